// Simplified Chinese: how long texts are, and what a padding length cuts off.
import type { LengthHistogram } from '../../core/types';
import type { lengths as english } from '../en/lengths';
import { formatOf } from '../format';

const { number, percent } = formatOf('zh');
const UNIT: Record<LengthHistogram['unit'], string> = { words: '词', characters: '字' };

/** Words of the length report. */
export const lengths: typeof english = {
  help: {
    padding:
      '按顺序读词的模型要求所有文本一样长：短的补上填充，长的截断。长度太短会丢词，太长会白算填充，所以按能保持完整的行的比例来选。',
  },
  title: '文本有多长',
  wait: '先统计词语；之后这里显示某个“最长文本”会截掉什么。',
  rows: '行数',
  units: (unit) => `每篇文本的${UNIT[unit]}数，截断之前`,
  summary: (unit, mean, longest) =>
    `文本平均 ${number(mean, 1)} 个${UNIT[unit]}，最长 ${number(longest)} 个。`,
  mean: (n) => `平均 ${number(n, 1)}`,
  andMore: '+',
  bin: (from, to, count) =>
    to === null
      ? `${number(from)} 及以上：${number(count)} 行`
      : to - from === 1
        ? `${number(from)}：${number(count)} 行`
        : `${number(from)} 到 ${number(to - 1)}：${number(count)} 行`,
  columns: { length: '最长文本', whole: '完整的行', cut: '截断的行' },
  lost: (unit) => `截掉的${UNIT[unit]}`,
  basis: (countsMarks) =>
    `按模型读到的样子统计各份中清洗后的行：${countsMarks ? '每个标点也算一个，每篇开头的标记 ⟨start⟩ 也算一个' : '不计标点'}。`,
  now: (length) => `${number(length)}（当前）`,
  values: (n, share) => `${number(n)}（${percent(share, 2)}）`,
  share: (share) => percent(share, share > 0.995 && share < 1 ? 2 : 1),
  covers: (share) => `使 ${percent(share, 0)} 的行保持完整`,
  take: (length) => `设为 ${number(length)}`,
  filler: (length, padded, bucketed) =>
    `都补到 ${number(length)} 时，计算量的 ${percent(padded, 0)} 是填充；长短相近的放在一批时是 ${percent(bucketed, 0)}。`,
  short: (length, cut, lost, unit) =>
    cut === 0
      ? `设为 ${number(length)} 时，每篇文本都完整。`
      : `设为 ${number(length)} 时，${percent(cut, 1)} 的行被截断，全部${UNIT[unit]}丢掉 ${percent(lost, 2)}。`,
  enough: (length) => `${number(length)} 就能使 99 % 的行保持完整。`,
};
