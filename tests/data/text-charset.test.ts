// Texts that are one file each: their character set is that of all of them.
import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/data/inspect';
import { placed } from '../../src/data/placed-file';
import { TextCharset } from '../../src/data/text-charset';
import { fileOf, readPart } from './reading';

const bytesOf = (...hex: string[]) => new Uint8Array(Buffer.from(hex.join(''), 'hex'));
const textAt = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  placed(fileOf(content, name));

// Two to six characters of GBK each: by itself, such a text looks like one of Western Europe.
const GBK = {
  天晴: bytesOf('ccec', 'c7e7'),
  今天有雨: bytesOf('bdf1', 'ccec', 'd3d0', 'd3ea'),
  明天有大风: bytesOf('c3f7', 'ccec', 'd3d0', 'b4f3', 'b7e7'),
  我们赢了: bytesOf('ced2', 'c3c7', 'd3ae', 'c1cb'),
  他在最后进球: bytesOf('cbfb', 'd4da', 'd7ee', 'baf3', 'bdf8', 'c7f2'),
};
const gbkFiles = Object.values(GBK).map((bytes, i) =>
  textAt(`notes/${i < 3 ? 'weather' : 'sport'}/${i}.txt`, bytes),
);

describe('short texts in folders', () => {
  it('are read in the character set that all of them most likely have', async () => {
    const { rows, sources } = await readPart(gbkFiles, { areTexts: true });
    expect(rows.map(({ fields }) => fields[0])).toEqual(Object.keys(GBK));
    expect(sources).toMatchObject([{ charset: 'gb18030' }]);
  });

  it('that are UTF-8, marked or not sound in that are read as what they are', async () => {
    const others = [
      textAt('notes/sport/a.txt', '平局'),
      textAt('notes/sport/b.txt', bytesOf('fffe', '735e', '405c')),
      textAt('notes/sport/c.txt', bytesOf('e4206f75')), // no character of GBK
    ];
    const { rows } = await readPart([...others, ...gbkFiles], { areTexts: true });
    const texts = rows.map(({ fields }) => fields[0]);
    expect(texts.slice(0, 3)).toEqual(['平局', '平局', 'ä ou']);
    expect(texts.slice(3)).toEqual(Object.keys(GBK));
  });

  it('show their character set before they are read, and take another', async () => {
    const [found] = await inspectFiles(gbkFiles, {});
    expect(found.texts).toEqual({ charset: 'gb18030', charsetBy: 'guess' });
    const [chosen] = await inspectFiles(gbkFiles, { charset: 'big5' });
    expect(chosen.texts).toEqual({ charset: 'big5', charsetBy: 'choice' });
    const [plain] = await inspectFiles([textAt('a/x/1.txt', 'a'), textAt('a/y/1.txt', 'é')], {});
    expect(plain.texts).toEqual({ charset: 'utf-8', charsetBy: 'sound' });
    const marked = [1, 2].map((i) => textAt(`a/${i}/1.txt`, bytesOf('fffe', '735e')));
    expect((await inspectFiles(marked, {}))[0].texts).toMatchObject({ charset: 'utf-16le' });
  });
});

it('of more texts than a function takes arguments is guessed all the same', async () => {
  const charset = new TextCharset();
  charset.add(new Array<File>(300_000).fill(gbkFiles[4]));
  expect(await charset.guess(GBK.他在最后进球)).toBe('gb18030');
});
