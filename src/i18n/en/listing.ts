// English: the settings as a program.

/** The frameworks that settings are written for. */
export type Framework = 'keras' | 'pytorch';

/** Words of the settings as code. */
export const listing = {
  title: 'As code',
  intro:
    'The settings above as a program of a few pages that does the same. It changes as you change them.',
  framework: 'Framework',
  names: { keras: 'Keras', pytorch: 'PyTorch' } satisfies Record<Framework, string>,
  label: (name: string) => `The program for ${name}`,
  copy: 'Copy',
  copied: 'Copied',
  marked: 'Marked: copy it with your keyboard',
  save: 'Download as .py',
  rows: 'Download the prepared rows (prepared.csv)',
  columns: {
    words:
      'Beside each text the file has its words as training reads them, because no pattern makes them: stems, stop words, numbers, and the browser’s own words.',
    tags: 'It has the parts of speech of each text too.',
  },
  howTo: (file: string) => `Put prepared.csv beside it and run: python ${file}`,
  needs: {
    keras: 'It needs Keras 3 with one of its backends, and NumPy.',
    pytorch: 'It needs PyTorch and nothing else.',
  } satisfies Record<Framework, string>,
  waiting: 'Bring in a dataset first: the program names its classes.',
  refused: 'These settings contradict each other; the program appears when they no longer do.',
};
