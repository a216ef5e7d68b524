// English: the masthead, the five places, and words that several places share.
import type { Progress } from '../../core/progress';
import { formatOf } from '../format';

const { number, bytes, duration, plural } = formatOf('en');

const PHASES: Record<Progress['phase'], string> = {
  reading: 'Reading',
  cleaning: 'Cleaning',
  counting: 'Counting words',
  tagging: 'Tagging parts of speech',
  encoding: 'Turning words into numbers',
  looking: 'Looking at every row',
  comparing: 'Comparing texts',
  loading: 'Loading',
  training: 'Training',
  testing: 'Testing',
  writing: 'Writing',
  ranking: 'Ranking rows',
};

/** Words of the page's frame. */
export const shell = {
  title: 'Broadsheet',
  private: 'Nothing leaves this computer',
  otherLanguage: '中文',
  otherLanguageLabel: '换成中文',
  skip: 'Skip to the content',
  places: { data: 'Data', clean: 'Clean', train: 'Train', evaluate: 'Evaluate', use: 'Use' },
  status: {
    noData: 'nothing yet',
    waitsForData: 'after data',
    waitsForRun: 'after training',
    rows: (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`,
    ready: 'ready',
    epoch: (now: number, all: number) => `epoch ${now} of ${all}`,
    runs: (n: number) => `${number(n)} ${plural(n, 'run', 'runs')}`,
  },
  device: {
    webgpu: 'Training on your GPU',
    wasm: 'Training on the processor',
    probing: 'Looking for a GPU …',
    threads: (n: number) => `${n} ${plural(n, 'thread', 'threads')}`,
    why: {
      gpu: 'WebGPU',
      'software-gpu': 'this GPU is only emulated, so the processor itself is faster',
      'no-webgpu': 'this browser has no WebGPU',
      insecure:
        'over plain HTTP the browser withholds the GPU; HTTPS or localhost would give it, keep the page for offline use and protect its storage',
      'no-adapter': 'no GPU was offered',
      chosen: 'as you chose',
    },
  },
  help: 'What is this?',
  details: 'Details',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  phase: PHASES,
  amount: (p: Progress) => {
    const write = p.unit === 'bytes' ? bytes : (n: number) => number(Math.round(n));
    const unit = p.unit === 'bytes' ? '' : ` ${p.unit}`;
    return p.total === null
      ? `${write(p.done)}${unit}`
      : `${write(p.done)} of ${write(p.total)}${unit}`;
  },
  rate: (p: Progress) =>
    p.unit === 'bytes'
      ? `${bytes(p.rate)} a second`
      : `${number(Math.round(p.rate))} ${p.unit} a second`,
  left: (seconds: number) => `${duration(seconds)} left`,
  fault: 'That did not work',
  offline: 'works without a network',
};
