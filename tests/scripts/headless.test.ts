// The headless driver's command line and its line of JSON.
import { describe, expect, it } from 'vitest';
import { HELP, readOptions } from '../../scripts/headless/options.mjs';

const train = ['--train', import.meta.filename];

describe('the command line', () => {
  it('takes files or a sample, and not both', () => {
    expect(readOptions(train)).toMatchObject({ train: import.meta.filename });
    expect(readOptions(['--sample', 'english'])).toMatchObject({ sample: 'english' });
    expect(() => readOptions([])).toThrow('Give either --train FILE or --sample NAME');
    expect(() => readOptions([...train, '--sample', 'english'])).toThrow('Give either');
  });

  it('names a file that cannot be read', () => {
    expect(() => readOptions(['--train', '/no/such.csv'])).toThrow('--train names /no/such.csv');
  });

  it('turns short options into settings of the forms', () => {
    const { settings } = readOptions([...train, '--epochs', '3', '--set', 'text.order=2']);
    expect(settings).toEqual([
      ['text.order', '2'],
      ['train.seed', '1'],
      ['train.epochs', '3'],
    ]);
  });

  it('takes a model by its name or a preset, and not both', () => {
    expect(readOptions(train).preset).toBeUndefined();
    expect(readOptions([...train, '--model', 'bag']).preset).toBe('standard');
    expect(readOptions([...train, '--model', 'lstm']).preset).toBe('lstm');
    expect(readOptions([...train, '--preset', 'lstmPrinted']).preset).toBe('lstmPrinted');
    expect(() => readOptions([...train, '--model', 'cnn', '--preset', 'cnn'])).toThrow('Give');
    expect(() => readOptions([...train, '--model', 'forest'])).toThrow('bag, linear, mlp, cnn');
  });

  it('says how files are read only where an option does', () => {
    expect(readOptions(train).reading).toBeUndefined();
    const columns = ['--text', 'title,body', '--split', 'part', '--id', '3'];
    expect(readOptions([...train, ...columns, '--no-label', '--charset', 'gb18030'])).toMatchObject(
      {
        reading: {
          text: ['title', 'body'],
          label: null,
          split: 'part',
          id: '3',
          charset: 'gb18030',
        },
      },
    );
    expect(() => readOptions([...train, '--label', 'a', '--no-label'])).toThrow('either --label');
    expect(() => readOptions(['--sample', 'english', '--label', 'a'])).toThrow('A sample');
  });

  it('refuses what it does not know', () => {
    expect(() => readOptions([...train, '--bogus'])).toThrow("Unknown option '--bogus'");
    expect(() => readOptions([...train, '--tier', 'abacus'])).toThrow('webgpu, wasm');
    expect(() => readOptions([...train, '--set', 'epochs'])).toThrow('KEY=VALUE');
  });

  it('tells every option in its help', () => {
    for (const name of [
      'train',
      'test',
      'classes',
      'sample',
      'model',
      'preset',
      'target',
      'tier',
      'seed',
      'epochs',
    ])
      expect(HELP).toContain(`--${name} `);
    for (const name of [
      'set',
      'text',
      'label',
      'no-label',
      'split',
      'id',
      'charset',
      'json',
      'chrome-path',
      'help',
    ])
      expect(HELP).toContain(`--${name}`);
  });
});
