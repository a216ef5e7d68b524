// Simplified Chinese: the masthead, the five places, and words that several places share.
import type { Progress } from '../../core/progress';
import type { shell as english } from '../en/shell';
import { formatOf } from '../format';

const { number, bytes, duration } = formatOf('zh');

const PHASES: Record<Progress['phase'], string> = {
  reading: '正在读取',
  cleaning: '正在清洗',
  counting: '正在统计词语',
  tagging: '正在标注词性',
  encoding: '正在把词语变成编号',
  looking: '逐行查看',
  comparing: '比较文本',
  loading: '正在载入',
  training: '正在训练',
  testing: '正在测试',
  writing: '正在写出',
  ranking: '正在排序',
};
const UNITS: Record<Progress['unit'], string> = { bytes: '', rows: ' 行', steps: ' 步' };

/** Words of the page's frame. */
export const shell: typeof english = {
  title: 'Broadsheet',
  private: '一切都留在这台电脑上',
  otherLanguage: 'English',
  otherLanguageLabel: 'Switch to English',
  skip: '跳到正文',
  places: { data: '数据', clean: '清洗', train: '训练', evaluate: '评估', use: '使用' },
  status: {
    noData: '还没有数据',
    waitsForData: '先载入数据',
    waitsForRun: '训练之后',
    rows: (n: number) => `${number(n)} 行`,
    ready: '就绪',
    epoch: (now: number, all: number) => `第 ${now} 轮，共 ${all} 轮`,
    runs: (n: number) => `${number(n)} 次训练`,
  },
  device: {
    webgpu: '用你的显卡训练',
    wasm: '用处理器训练',
    probing: '正在寻找显卡……',
    threads: (n: number) => `${n} 个线程`,
    why: {
      gpu: 'WebGPU',
      'software-gpu': '这块显卡是软件模拟的，直接用处理器更快',
      'no-webgpu': '这个浏览器没有 WebGPU',
      insecure:
        '通过普通 HTTP 打开时，浏览器不开放显卡；改用 HTTPS 或 localhost 就能使用显卡、离线打开并保护已存的数据',
      'no-adapter': '没有可用的显卡',
      chosen: '按你的选择',
    },
  },
  help: '这是什么？',
  details: '细节',
  cancel: '取消',
  dismiss: '知道了',
  phase: PHASES,
  amount: (p: Progress) => {
    const write = p.unit === 'bytes' ? bytes : (n: number) => number(Math.round(n));
    return p.total === null
      ? `${write(p.done)}${UNITS[p.unit]}`
      : `${write(p.done)} / ${write(p.total)}${UNITS[p.unit]}`;
  },
  rate: (p: Progress) =>
    p.unit === 'bytes'
      ? `每秒 ${bytes(p.rate)}`
      : `每秒 ${number(Math.round(p.rate))}${UNITS[p.unit]}`,
  left: (seconds: number) => `还需 ${duration(seconds)}`,
  fault: '没有成功',
  offline: '不联网也能用',
};
