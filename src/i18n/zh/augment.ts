// Simplified Chinese: changing words at random while training.
import type { augment as english } from '../en/augment';
import { formatOf } from '../format';

const { percent, number } = formatOf('zh');

/** Words of augmentation. */
export const augment: typeof english = {
  title: '数据增强',
  off: '关闭',
  and: '，',
  share: (label, share) => `${label} ${percent(share, 0)}`,
  intro: '训练行可以略作改动，每一轮改得都不同，免得模型死记硬背。验证行和测试行从不改动。',
  examples: '你的几行数据在第一轮里的样子',
  legend: '划去的：离开了原来的位置；带下划线的：新出现在这里；⟨?⟩ 是“未知词”。',
  row: (row) => `第 ${number(row)} 行`,
  empty: '没有词',
  help: '删词和换位出自 EDA（Wei 与 Zou，2019），词丢弃出自 Bowman 等（2016）。数据少时最有用，比例约 0.1；n 元组随留下的词而定。种子相同，改动的词就相同。',
};
