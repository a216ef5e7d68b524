// Simplified Chinese: the place where a model learns.
import { LEAST_JUDGES } from '../../core/run';
import type { SplitSettings } from '../../core/settings';
import type { RowCounts, train as english } from '../en/train';
import { formatOf } from '../format';
import { models } from './models';

const { number, percent, duration } = formatOf('zh');

const points = (share: number) => `${number(Math.abs(share) * 100, 1)} 个百分点`;
const joined = (names: string[]) => `${names.slice(0, -1).join('、')}和${names[names.length - 1]}`;

const aside = ({ by, validationShare, validationRows }: SplitSettings, given: number) => {
  if (given > 0) return `文件自带的 ${number(given)} 行`;
  return by === 'rows'
    ? `有 ${number(validationRows)} 行留出来`
    : ` ${percent(validationShare, 0)} 留出来`;
};
const heldOut = ({ by, testShare, testRows }: SplitSettings) => {
  if (by === 'rows') return ` ${number(testRows)} 行`;
  return testShare === 0.1 ? '十分之一' : ` ${percent(testShare, 0)} `;
};
const sealed = ({ test, testIsHeldOut }: RowCounts) => {
  if (test === 0) return '没有可用来测试的部分。';
  return testIsHeldOut
    ? `从训练文件中留出的 ${number(test)} 行封存到测试时才打开。`
    : `测试部分的 ${number(test)} 行封存到测试时才打开。`;
};

/** Words of the place Train. */
export const train: typeof english = {
  sentences: (all) => all.join(''),
  waiting: {
    title: '还没有可学的内容',
    text: '训练需要带标签的文本：可以是你自己的，也可以用自带的两份样例。',
    link: '去“数据”载入',
  },
  headline: {
    ready: ({ kind, names }) => {
      if (kind === 'one') return `准备把${names[0]}与其余分开`;
      if (kind === 'two') return `准备区分${names[0]}与${names[1]}`;
      return `准备学习 ${number(names.length)} 个类别`;
    },
    noTrain: '只有测试部分，学不到东西',
    preparing: '正在准备文本',
    learning: ({ kind, names }) => {
      if (kind === 'one') return `正在学习把${names[0]}与其余分开`;
      if (names.length === 2) return `正在学习${names[0]}与${names[1]}的区别`;
      if (names.length <= 4) return `正在学习区分${joined(names)}`;
      return `正在学习区分 ${number(names.length)} 个类别`;
    },
    paused: '已暂停，什么都没丢',
    refitting: '正在用全部数据再学一遍',
    testing: '学完了，正在用没见过的数据评判',
    tested: (share) => `在从未见过的数据上答对 ${percent(share)}`,
    validated: (share) => `在留出的数据上答对 ${percent(share)}`,
    noBetter: (label) => `并不比总是回答“${label}”强`,
    stopped: (share) => `提前停止并已保存：答对 ${percent(share)}`,
    unjudged: '学完了，但没有可用来评判的行',
    failed: '训练中断了',
    broken: '训练途中页面被关闭了',
    elsewhere: '正在另一个标签页里训练',
  },
  standfirst: {
    ready: (settings, dataset, { train, given, test }) =>
      `${models.phrase(settings)}将把“${dataset}”的 ${number(train)} 行读 ${number(settings.train.epochs)} 遍，其中${aside(settings.split, given)}用于检验。` +
      (test > 0
        ? `另有 ${number(test)} 行封存起来，留待测试。`
        : `没有测试文件，因此会留出${heldOut(settings.split)}封存起来，留待测试。`),
    noTrain: (dataset, test) =>
      `“${dataset}”有 ${number(test)} 行可供测试，却没有可学的行：请在“数据”里加上 train.csv。`,
    preparing: (dataset) =>
      `正在清洗“${dataset}”、统计词语，并把词语变成编号。只做一次，结果会保存。`,
    learning: (settings, counts) =>
      `${models.phrase(settings)}正在读 ${number(counts.train)} 行，共读 ${number(settings.train.epochs)} 遍` +
      (counts.validation > 0
        ? `，并用不参与学习的 ${number(counts.validation)} 行检验自己。`
        : '；行数太少，没有留出用来检验的行。') +
      sealed(counts),
    learningTwo: (settings, names) =>
      `${models.phrase(settings)}正在读${names.join('与')}的各行，共读 ${number(settings.train.epochs)} 遍，其中一部分留出来用于检验。`,
    finished: (seconds, counts, epoch) =>
      counts.validation < LEAST_JUDGES
        ? `用时 ${duration(seconds)}，学习了 ${number(counts.train)} 行。`
        : `用时 ${duration(seconds)}，学习了 ${number(counts.train)} 行；在留出的 ${number(counts.validation)} 行上，第 ${number(epoch)} 轮表现最好。`,
    tested: (counts) =>
      counts.testIsHeldOut
        ? `因为没有测试文件，随后用训练文件中留出的 ${number(counts.test)} 行做了评判。`
        : `随后用测试部分的 ${number(counts.test)} 行做了评判。`,
    untested: (counts) => sealed(counts),
    stopped: '训练没有做完就停下了。',
    stoppedEarly: (patience) => `连续 ${number(patience)} 轮没有进步，训练自动结束。`,
    refitted: '最终权重来自第二次训练，那一次也包括了留出的行。',
    refitStopped: '第二次训练被停止了，因此权重是此前的那一份。',
    noBetter: (share) =>
      `答对了 ${percent(share)}，而总是回答最常见的类别也能做到。可以增加轮数、改变学习率，或检查标签。`,
    keptEpoch: (epoch) => `第 ${number(epoch)} 轮之后学到的内容仍可测试和使用。`,
    nothingKept: '一轮也没有完成，因此没有可保存的内容。',
    elsewhere: '它一结束，这里就会有结果。',
  },
  start: '训练',
  again: '再训练一次',
  pause: '暂停',
  resume: '继续',
  stop: '停止并保存',
  evaluate: '看看错在哪里',
  use: '拿一段文字试试',
  kicker: (model) => `进行中 · ${model}`,
  runKicker: (n, model) => `第 ${number(n)} 次训练 · ${model}`,
  phase: {
    loading: '正在载入模型',
    training: '正在训练',
    paused: '已暂停',
    validating: '正在用验证行检验',
    refitting: '正在用全部数据再训练',
    testing: '正在测试',
  },
  rowRate: (rate) => `每秒 ${number(Math.round(rate))} 行`,
  loss: {
    title: '损失',
    label: (first, last, validation) =>
      `训练损失从 ${number(first, 3)} 变到 ${number(last, 3)}` +
      (validation === null ? '' : `；验证损失为 ${number(validation, 3)}`),
    waiting: '走出最初几步后，曲线就会出现。',
    training: '训练',
    validation: '验证',
    measure: {
      softmax: '平均交叉熵',
      sigmoid: '平均二元交叉熵，各类相加',
      hinge: '平均平方合页损失，各类相加',
    },
    binary: { softmax: '平均交叉熵', sigmoid: '平均二元交叉熵', hinge: '平均平方合页损失' },
    caption: (measure, best) =>
      `${measure}，越低越好；浅线是每次读数，深线是走势。` +
      (best === null
        ? '每轮结束后用验证行检验模型。'
        : `第 ${number(best)} 轮在验证行上最好，会保留下来。`),
    unchecked: (measure) =>
      `${measure}，越低越好；浅线是每次读数，深线是走势。没有留出用来检验的行，因此保留最后一轮。`,
    apart: '验证线是各答案的平均交叉熵，尺度不同：两条线只宜各自前后相比。',
    epoch: (n) => (n === 0 ? '0' : `第 ${number(n)} 轮`),
    values: {
      softmax: (loss, classes) =>
        `在 ${number(classes)} 个类别中乱猜的代价是 ln ${number(classes)} = ${number(Math.log(classes), 3)}；现在是 ${number(loss, 3)}，也就是正确类别大约得到 ${percent(Math.exp(-loss), 0)}。`,
      sigmoid: (loss, outputs) =>
        `对什么都答“也许”的代价是 ${outputs === 1 ? '' : `${number(outputs)} × `}ln 2 = ${number(outputs * Math.log(2), 3)}；现在是 ${number(loss, 3)}。`,
      hinge: (loss, outputs) =>
        `得分全为 0 的代价是 ${number(outputs)}；现在是 ${number(loss, 3)}。`,
    },
  },
  accuracy: {
    title: '验证准确率',
    label: (first, last) => `验证准确率从 ${percent(first)} 变到 ${percent(last)}`,
    line: '验证',
    values: (share, n) =>
      `p = ${number(Math.round(share * n))} / ${number(n)} = ${percent(share)}。`,
  },
  epochs: {
    title: '逐轮情况',
    epoch: '轮次',
    trainLoss: '训练损失',
    validationLoss: '验证损失',
    accuracy: '准确率',
    seconds: '用时',
    best: '最好',
  },
  good: {
    title: '这算好吗？',
    on: '在验证行上',
    accuracy: '准确率',
    time: '用时',
    always: (label) => `总是回答“${label}”`,
    now: '这次训练，到目前为止',
    this: (n) => `第 ${number(n)} 次，即这一次`,
    run: (n, model) => `第 ${number(n)} 次，${model}`,
    rows: (n) => `用没有参与学习的 ${number(n)} 行评判。`,
    none: '第一轮结束后才有第一次检验。',
    unchecked: '行数太少，没有留出用来检验的行，因此无从知道好坏。',
    noBetter: (label) => `到目前为止并不比总是回答“${label}”强：行数这么少，差别可能只是偶然。`,
    chance: (other, difference, n) =>
      `与第 ${number(other)} 次相差 ${points(difference)}，在 ${number(n)} 行上属于偶然范围之内。`,
    real: (other, difference, n) =>
      `与第 ${number(other)} 次相差 ${points(difference)}，在 ${number(n)} 行上已超出偶然范围。`,
    sealed: '测试部分一直封存到最后。',
    values: (share, n, least, most) =>
      `p = ${percent(share)}，n = ${number(n)}：在 ${percent(least)} 与 ${percent(most)} 之间。`,
  },
  runs: {
    title: '历次训练',
    none: '还没有。',
    run: '训练',
    accuracy: '验证',
    seconds: '用时',
    open: (name) => `查看训练：${name}`,
    remove: '删除',
    removeRun: (n) => `删除第 ${number(n)} 次训练`,
    sure: (n) => `删除第 ${number(n)} 次训练和它的模型吗？`,
    confirm: '彻底删除',
    keep: '保留',
    status: { running: '未完成', finished: '已完成', stopped: '提前停止', failed: '中断' },
    tier: { webgpu: '显卡', wasm: '处理器' },
    values: (n) => `这里保存着 ${number(n)} 次训练。`,
  },
  settings: {
    title: '细节：',
    next: '下一次训练',
    change: '再训练一次',
    summary: (settings) => {
      const { epochs, batchSize, fullBatch, seed } = settings.train;
      const batches = fullBatch ? '每步读取全部样本' : `每批 ${number(batchSize)} 行`;
      return `${number(epochs)} 轮，${batches}，${models.size(settings)}，种子 ${seed}`;
    },
    locked: '这些设置用于下一次训练；正在进行的训练用它自己的设置。',
    groups: {
      task: '任务',
      text: '文本',
      split: '划分',
      model: '模型',
      train: '训练',
      augment: '数据增强',
      device: '设备',
    },
    and: '，',
    reset: '恢复默认值',
    tier: '在哪里计算',
    tiers: { auto: '按这台机器自动选择', webgpu: '显卡（WebGPU）', wasm: '处理器（WebAssembly）' },
    tierHelp: {
      auto: '有真正的显卡就用显卡，否则用处理器。',
      webgpu: '总是用显卡，哪怕它只是软件模拟的，因而很慢。',
      wasm: '总是用处理器：到处都能运行，模型相同，结果也几乎相同。',
    },
  },
  help: {
    accuracy:
      '每轮结束后，模型回答留出的行，这里是答对的比例。保留的是比例最高的一轮，所以这个数字略微偏好：测试部分正是用来纠正它的。',
    epochs:
      '每读完一遍全部训练数据就有一行。训练损失是在每行有一部分被遮住时计算的，因此可能高于验证损失。',
    loss: {
      softmax:
        '损失是模型面对正确答案时的“意外程度”，按行取平均：0 表示完全有把握，而自信地答错代价最大。如果训练线继续下降、验证线却开始上升，就说明模型在死记训练数据了。',
      sigmoid:
        '对每个类别各问一次是或否，损失是模型面对正确答案时的“意外程度”，按行取平均。如果训练线继续下降、验证线却开始上升，就说明模型在死记训练数据了。',
      hinge:
        '一行自己的类别得分不低于 1、其他类别都不高于 −1 时没有代价，差多少就按平方计多少。这是支持向量机的损失：它要的是站对边，而不是概率。',
    },
    good: '一个数字要与不需要模型的做法相比才有意义，例如总是回答最常见的类别。在有限的行上数出的准确率可能因偶然而略有不同，95% 区间说明可能差多少。',
    runs: '一次训练包括它的设置、曲线和权重，都保存在这个浏览器里。同一数据集上的几次训练可以互相比较，但只能在验证行上比：测试部分只留给你选中的那一次。',
  },
  reasons: {
    refused: '下面有一项设置超出了范围。',
    importing: '数据还在读取。',
    noTrain: '这个数据集还没有训练部分；请在“数据”里加上 train.csv。',
    noDataset: '没有可供训练的数据集；请在“数据”里载入一个。',
    trying: '设备正忙于一次试验。',
  },
};
