// Files as text: roles by name, gzip, UTF-8, and how much is read at a time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import { roleOf, sortFiles } from '../../src/data/detect';
import { nameOf } from '../../src/data/name';
import { foldersOf, placed } from '../../src/data/placed-file';
import { toUtf8 } from '../../src/data/charset';
import { openText, readText } from '../../src/data/source';
import { Utf8Check } from '../../src/data/utf8';
import { fileOf, gzip, readPart } from './reading';

const named = (...names: string[]) => names.map((name) => fileOf('x', name));

describe('the role of a file', () => {
  it.each([
    ['train.csv', 'train'],
    ['ag_news_train.csv', 'train'],
    ['news-test.csv.gz', 'test'],
    ['Test (1).CSV', 'test'],
    ['latest.csv', 'train'],
    ['reviews.csv', 'train'],
    ['train.gz', 'train'],
    ['news.tsv', 'train'],
    ['test-00000-of-00002.parquet', 'test'],
    ['page.html', 'other'],
    ['train_5500.label', 'train'],
    ['valid.txt', 'validation'],
    ['my-dev.tsv', 'validation'],
    ['news.val.csv', 'validation'],
    ['devices.csv', 'train'],
    ['classes.txt', 'classes'],
    ['ag_news.classes.txt', 'classes'],
    ['readme.txt', 'other'],
    ['.DS_Store', 'other'],
    ['._train.csv', 'other'],
    ['photo.png', 'other'],
  ])('%s is %s', (name, role) => {
    expect(roleOf(name)).toBe(role);
  });

  it('leaves out what is no data, unless there is nothing else', () => {
    const roles = sortFiles(named('readme.txt', 'train.csv', 'a.csv', 'test.csv', '.DS_Store'));
    expect(roles.train.map(({ name }) => name)).toEqual(['train.csv', 'a.csv']);
    expect(roles.test).toHaveLength(1);
    expect(() => sortFiles(named('photo.png'))).toThrow('file.unknown');
    expect(() => sortFiles(named('a.png', 'b.pdf'))).toThrow('files.none');
    expect(() => sortFiles([])).toThrow('files.none');
  });

  it('tells validation files from the others of train, and leaves notes beside files of rows out', () => {
    const roles = sortFiles(named('dev.tsv', 'train.tsv', 'test.tsv', 'notes.txt', 'LICENSE.txt'));
    expect(roles.train.map(({ name }) => name)).toEqual(['train.tsv']);
    expect(roles.validation.map(({ name }) => name)).toEqual(['dev.tsv']);
    expect(sortFiles(named('notes.txt')).train).toHaveLength(1);
  });

  it('names a dataset by what its files share, and never as another', () => {
    const nameFor = (file: string, taken: string[] = []) =>
      nameOf(sortFiles(named(file).map(placed)), taken);
    expect(nameFor('ag_news_train.csv.gz')).toBe('ag_news');
    expect(nameFor('train.csv')).toBe('(untitled)');
    expect(nameFor('test.csv.gz', ['(untitled)'])).toBe('(untitled) 2');
    expect(nameFor('news-train-00000-of-00002.parquet')).toBe('news');
    expect(nameFor('reviews.csv', ['reviews', 'reviews 2'])).toBe('reviews 3');
    expect(nameFor('news/train/a.csv')).toBe('news');
    const texts = named('films/test/good/1.txt', 'films/test/bad/1.txt').map(placed);
    expect(nameOf(sortFiles(texts), [])).toBe('films');
  });
});

describe('folders', () => {
  const sorted = (...names: string[]) => {
    const { train, test, areTexts } = sortFiles(named(...names).map(placed));
    const pathOf = (file: File) => [...foldersOf(file), file.name].join('/');
    return { train: train.map(pathOf), test: test.map(pathOf), areTexts };
  };

  it('of texts are classes, those above them splits', () => {
    const [good, bad, late] = ['a/train/good/1.txt', 'a/train/bad/1.txt', 'a/test/good/7'];
    const others = ['a/README', 'a/train/urls.txt', 'a/train/unsup/3.txt', 'a/test/x.png'];
    expect(sorted(good, bad, late, ...others)).toEqual({
      train: [good, bad],
      test: [late],
      areTexts: true,
    });
  });

  it('of saved pages are classes too, those of what was saved with a page are not', () => {
    const pages = ['a/good/1.html', 'a/bad/1.htm'];
    const files = [...pages, 'a/bad/1_files/frame.html', 'a/bad/1_files/x.js'];
    expect(sorted(...files)).toEqual({ train: pages, test: [], areTexts: true });
    expect(sorted('1.html', '2.html', 'x.css')).toMatchObject({ train: ['1.html', '2.html'] });
    expect(sorted('train.csv', 'about.html').train).toEqual(['train.csv']);
  });

  it('of rows are splits where the names of files tell nothing', () => {
    const files = ['a/train/1.csv', 'a/my-test/1.csv', 'a/test/train.csv'];
    const train = ['a/train/1.csv', 'a/test/train.csv'];
    expect(sorted(...files)).toEqual({ train, test: ['a/my-test/1.csv'], areTexts: false });
  });

  it('that lead up or nowhere are left out of a path', () => {
    const file = placed(fileOf('x', '/../..\\C:\\./etc/a\0b/../train.csv'));
    expect([...foldersOf(file), file.name]).toEqual(['etc', 'a\0b', 'train.csv']);
  });
});

describe('UTF-8', () => {
  const judge = (bytes: Uint8Array, cuts: readonly number[]) => {
    const check = new Utf8Check('a');
    try {
      let from = 0;
      for (const to of [...cuts.map((c) => c % (bytes.length + 1)).sort((a, b) => a - b)]) {
        check.push(bytes.slice(from, to));
        from = to;
      }
      check.push(bytes.slice(from));
      check.end();
      return -1;
    } catch (error) {
      return (faultOf(error).values as { at: number }).at;
    }
  };

  it('is judged as the platform judges it, wherever it is cut', () => {
    const byte = fc.constantFrom(
      ...[
        0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe4, 0xed, 0xf0, 0xf4,
        0xf5,
      ],
    );
    const bytes = fc.array(byte, { maxLength: 10 }).map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(20), { maxLength: 4 }), (content, cuts) => {
        const at = judge(content, cuts);
        const decode = (part: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(part);
        if (at < 0) decode(content);
        else {
          expect(() => decode(content)).toThrow();
          decode(content.slice(0, at)); // all before the offset is sound
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('loses its byte order mark, and nothing else', async () => {
    expect(await readText(fileOf('\ufeffa\ufeff新'))).toBe('a\ufeff新');
  });
});

describe('other character sets', () => {
  async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
    for (const one of all) yield await Promise.resolve(one);
  }
  const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  it('are found where the first text that is not ASCII comes late', async () => {
    const text = `${'1,plain words\n'.repeat(100_000)}2,Les \xe9l\xe8ves pr\xe9f\xe8rent la for\xeat\n`;
    const { blocks, charset } = await openText(fileOf(latin(text)), () => undefined);
    let found = '';
    const decoder = new TextDecoder();
    for await (const block of blocks) found += decoder.decode(block, { stream: true });
    expect(found).toBe(text);
    expect(charset()).toEqual({ charset: 'windows-1252', charsetBy: 'guess' });
  });

  it('give the same text wherever their bytes are cut, at the last one too', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,é è\nàü'), maxLength: 12 });
    const cuts = fc.array(fc.nat(12), { maxLength: 3 });
    const cut = (bytes: Uint8Array<ArrayBuffer>, at: readonly number[]) =>
      [0, ...at]
        .sort((a, b) => a - b)
        .map((from, i, all) => bytes.slice(from, all.at(i + 1) ?? bytes.length));
    await fc.assert(
      fc.asyncProperty(text, cuts, async (whole, at) => {
        const blocks = inTurn(cut(latin(whole), at));
        const decoder = new TextDecoder();
        let found = '';
        for await (const part of toUtf8(
          blocks,
          'a',
          () => undefined,
          () => 'windows-1252',
        ))
          found += decoder.decode(part, { stream: true });
        expect(found + decoder.decode()).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it('with a byte order mark are UTF-16 of either byte order', async () => {
    const texts = { 'utf-16le': '\ufeff新闻 🗞 news\n', 'utf-16be': '\ufeffe\u0301 新\n' };
    for (const [charset, text] of Object.entries(texts)) {
      const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
      const pair = (unit: number) => [unit & 255, unit >> 8];
      const bytes = units.flatMap((unit) =>
        charset === 'utf-16le' ? pair(unit) : pair(unit).reverse(),
      );
      expect(await readText(fileOf(Uint8Array.from(bytes)))).toBe(text.slice(1));
    }
  });

  it('that are garbage are no text, with the place of the first control byte', async () => {
    const bytes = latin(`${'1,plain words\n'.repeat(100_000)}\xff\x01\x02`);
    const error: unknown = await readPart([fileOf(bytes)]).catch((e: unknown) => e);
    const values = { file: 'train.csv', at: bytes.length - 2 };
    expect(faultOf(error)).toEqual({ key: 'file.binary', values });
  });
});

describe('gzip', () => {
  const text = Array.from({ length: 400 }, (_, i) => `${i % 2},row ${i * i}\n`).join('');

  it('reads as if it were not there, and counts the bytes of the file', async () => {
    const packed = await gzip(text);
    let bytes = 0;
    const part = await readPart([fileOf(packed, 'a.csv.gz')], { count: (more) => (bytes += more) });
    expect(part.rows).toEqual((await readPart([fileOf(text)])).rows);
    expect(bytes).toBe(packed.length);
  });

  it('cut at any place is a fault of the file, never half a dataset', async () => {
    const packed = await gzip(text);
    for (let end = 2; end < packed.length; end += 37) {
      const error: unknown = await readText(fileOf(packed.slice(0, end), 'a.gz')).catch(
        (e: unknown) => e,
      );
      expect(kindOf(error)).toBe('bad-file');
      expect(faultOf(error)).toEqual({ key: 'file.gzip', values: { file: 'a.gz', at: end } });
    }
  });
});

describe('a large file', () => {
  it('is read once, a mebibyte at a time, and only as fast as it is taken', async () => {
    const file = fileOf(new Uint8Array(5 * 1024 * 1024).fill(97));
    let bytes = 0;
    const { blocks } = await openText(file, (more) => (bytes += more));
    const asked = [];
    for await (const block of blocks) asked.push(bytes, block.length);
    expect(bytes).toBe(file.size);
    const mebibyte = 1024 * 1024;
    expect(asked).toEqual([1, 2, 3, 4, 5].flatMap((n) => [n * mebibyte, mebibyte]));
  });

  it('that cannot be read says why', async () => {
    class Gone extends File {
      override slice(): Blob {
        throw new Error('The file was moved.');
      }
    }
    const error: unknown = await readText(new Gone(['a'], 'a.csv')).catch((e: unknown) => e);
    const values = { file: 'a.csv', reason: 'The file was moved.' };
    expect(faultOf(error)).toEqual({ key: 'file.unreadable', values });
  });
});
