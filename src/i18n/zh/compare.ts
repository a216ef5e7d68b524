// Simplified Chinese: runs beside each other, the TF-IDF line, and settings as a link.
import type { compare as english } from '../en/compare';
import { formatOf } from '../format';

const { number } = formatOf('zh');

const points = (share: number) => number(Math.abs(share) * 100, 1);
const signed = (share: number) => {
  const written = points(share);
  if (Number(written) === 0) return written;
  return `${share < 0 ? '−' : '+'}${written}`;
};

/** Words of comparing runs. */
export const compare: typeof english = {
  title: '并排比较',
  single: '这个数据集只有一次训练。换一些设置再训练一次，两次就会并排列在这里。',
  scope: '训练',
  scopes: { dataset: '这个数据集', all: '全部数据集' },
  sortBy: '排序',
  columns: {
    number: '训练',
    validation: '验证',
    test: '测试',
    line: '与基准线相比',
    seconds: '用时',
    parameters: '参数',
    date: '设备与时间',
  },
  more: (n) => `显示全部 ${number(n)} 次训练`,
  less: '收起',
  interval: (least, most) => `${number(least * 100, 1)} 至 ${number(most * 100, 1)}`,
  differenceOf: (share) => signed(share),
  differenceInterval: (least, most) => `${signed(least)} 至 ${signed(most)}`,
  sealed: '未测试',
  isLine: '就是基准线',
  noLine: '还没有基准线',
  picture: '画在图中',
  inPicture: (n) => `把第 ${number(n)} 次训练画在图中`,
  mostInPicture: (n) => `最多同时画 ${number(n)} 次。`,
  open: (n, model) => `打开训练 ${number(n)} ${model}`,
  use: '采用这些设置',
  useOf: (n) => `采用这些设置：第 ${number(n)} 次训练`,
  used: (n) => `第 ${number(n)} 次训练的设置已填入表单。`,
  copy: '复制链接',
  copyOf: (n) => `复制链接，带有第 ${number(n)} 次训练的设置`,
  copied: (n) => `带有第 ${number(n)} 次训练设置的链接已复制。`,
  copyByHand: '这个浏览器不允许页面复制，链接如下：',
  linkLong: (most) =>
    `这些设置太长，链接里放不下（最多 ${number(most)} 个字符）。请在“清洗”页保存配方，改为发送那个文件。`,
  startStays: '它所接续的那次训练留在这个浏览器里，不包含在链接中。',
  differs: {
    on: '开',
    off: '关',
    agencies: (n) => `${number(n)} 个通讯社名称`,
    own: (n) => `${number(n)} 条自定规则`,
    target: {
      all: '全部类别',
      one: (a) => `是否为${a}`,
      two: (a, b) => `${a}还是${b}`,
    },
    start: (n) => (n === null ? '接续一次已删除的训练' : `接续第 ${number(n)} 次训练`),
    fresh: '全新权重',
    more: (n) => `另有 ${number(n)} 项`,
  },
  curves: {
    title: '曲线对照',
    measure: '显示',
    measures: { loss: '损失', accuracy: '验证准确率' },
    over: '横轴',
    axes: { epochs: '轮数', seconds: '秒数', rows: '读过的行数' },
    tag: (n) => `第 ${number(n)} 次`,
    none: '请在下表中选择训练。',
    empty: '所选的训练没有这样的曲线。',
    loss: '细线：训练损失的走势。带点的线：每轮之后的验证损失。越低越好。',
    accuracy: '每轮之后在验证行上答对的比例。越高越好。',
    otherLoss: '这些训练用的损失函数不同，数值不能相比：请比较准确率。',
    seconds: (n) => `${number(n, n % 1 === 0 ? 0 : 1)} 秒`,
    rows: (n) => {
      if (n >= 10_000) return `${number(n / 10_000, n % 10_000 === 0 ? 0 : 1)} 万`;
      return number(n);
    },
    epochs: (n) => (n === 0 ? '0' : `第 ${number(n)} 轮`),
    label: (runs, ends) =>
      `第 ${runs.map((n) => number(n)).join('、')} 次训练的曲线叠在一起。末端：${ends.join('；')}。`,
  },
  line: {
    title: '与 TF-IDF 基准线相比',
    better: ({ difference, interval: [least, most] }) =>
      `在测试部分上比 TF-IDF 基准线高 ${points(difference)} 个百分点（95%：${signed(least)} 至 ${signed(most)}）。`,
    worse: ({ difference, interval: [least, most] }) =>
      `在测试部分上比 TF-IDF 基准线低 ${points(difference)} 个百分点（95%：${signed(least)} 至 ${signed(most)}）。`,
    same: ({ difference, interval: [least, most] }) =>
      `在测试部分上与 TF-IDF 基准线没有明显差别：${signed(difference)} 个百分点（95%：${signed(least)} 至 ${signed(most)}）。`,
    rows: ({ rows, onlyA, onlyB }) =>
      `在双方都回答过的 ${number(rows)} 行测试数据中，只有这次训练答对的有 ${number(onlyA)} 行，只有基准线答对的有 ${number(onlyB)} 行。`,
    isLine: '这次训练就是其他训练用来对照的 TF-IDF 基准线。',
    untested: (n) => `TF-IDF 基准线是第 ${number(n)} 次训练；两者都测试过之后再逐行比较。`,
    train: '训练 TF-IDF 基准线（只要几秒）',
    why: '建立在 TF-IDF 上的线性模型，是更大的模型必须超过的。',
  },
  link: {
    taken: (settings) => `链接里的设置已填入表单：${settings}。`,
    undo: '恢复之前的设置',
    dismiss: '知道了',
    refused: '没有采用这个链接，什么都没有改动：',
    why: {
      version: (_, found) => `它出自这个页面的另一个版本（${found}）。`,
      unknown: (part) => `这个模型没有“${part}”这项设置。`,
      value: (part, found) => `“${found}”不能作为${part}的值。`,
      twice: (part) => `“${part}”出现了两次。`,
      long: () => '它太长了。',
    },
  },
  help: {
    compare:
      '这里只列出各次训练之间不同的设置，其余的都一样。请按验证结果来选择，最后才看测试部分，因为按测试来选会高估自己。',
    line: '两个模型回答的是同样的测试行，所以只有答案对错不一致的行才算数，这样比两个各自的区间更能分清小差别与偶然。区间采用 Newcombe 针对配对比例的方法（1998 年，方法 10）。',
  },
};
