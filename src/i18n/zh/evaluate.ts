// Simplified Chinese: the place where a model is judged on the test part.
import type { RoughShare, evaluate as english } from '../en/evaluate';
import { formatOf } from '../format';

const { number, percent } = formatOf('zh');

const DIGITS = '零一二三四五六七八九十';

function sayShare(share: RoughShare): string {
  switch (share.kind) {
    case 'every':
      return '全部答对';
    case 'all':
      return '几乎全对';
    case 'hundred':
      return `每百行只错${DIGITS[share.wrong]}行`;
    case 'ten':
      return share.right === 0 ? '几乎全错' : `每十行答对${DIGITS[share.right]}行`;
    case 'between':
      return share.least === 0
        ? '每十行答对不到一行'
        : `每十行答对${DIGITS[share.least]}到${DIGITS[share.least + 1]}行`;
  }
}

/** Words of the place Evaluate. */
export const evaluate: typeof english = {
  waiting: {
    title: '还没有可评判的模型',
    text: '先让模型学习，然后在这里用它从未见过的数据来评判。',
    link: '去“训练”',
  },
  headline: {
    finding: (share, pair) =>
      pair ? `${sayShare(share)}，${pair.a}与${pair.b}容易混淆` : sayShare(share),
    noBetter: (label) => `并不比总是回答“${label}”强`,
    sealed: '学完了，但还没有测试',
    untestable: '学完了，但没有可用来测试的行',
  },
  standfirst: {
    on: (n, isHeldOut) =>
      isHeldOut
        ? `因为没有测试文件，用训练文件中留出的 ${number(n)} 行评判。`
        : `用测试部分的 ${number(n)} 行评判，训练时从未见过。`,
    mistakes: (wrong, pair) =>
      pair
        ? `${number(wrong)} 处错误中，有 ${number(pair.rows)} 处在${pair.a}与${pair.b}之间。`
        : wrong === 0
          ? '没有一处错误。'
          : `${number(wrong)} 处错误比较分散，没有哪两类特别容易混淆。`,
    sealed: (n, accuracy) => `在验证行上答对 ${accuracy}。留给测试的 ${number(n)} 行仍然封存着。`,
    none: '没有可用来测试的行。',
  },
  relabelled: (changes, isJudgedBefore) =>
    `这次训练之后，标签又改过 ${number(changes)} 次。${
      isJudgedBefore ? '它的测试行来自同一个文件，所以这些数字对应的是当时的标签。' : ''
    }再训练一次，就能用上这些改动。`,
  run: '训练',
  runName: (n, dataset) => `第 ${number(n)} 次，${dataset}`,
  test: '打开测试部分',
  testAgain: '再测试一次',
  testing: '正在测试……',
  rowsGone: '数据集已被删除，测试行也随之删除；数字仍然保留。',
  busy: '正在训练；结束后就可以测试。',
  accuracy: '测试准确率',
  macroF1: '宏平均 F1',
  interval: (least, most) => `95% 区间：${percent(least)} 到 ${percent(most)}`,
  always: (label) => `总是回答“${label}”`,
  onRows: (n) => `n = ${number(n)}`,
  refitted: '权重来自第二次训练，那一次也包括了验证行。',
  figuresValues: (share, n, least, most) =>
    `p = ${percent(share, 2)}，n = ${number(n)}，z = 1.96：${percent(least, 2)} 到 ${percent(most, 2)}。`,
  looks: {
    title: '测试部分被看了几次',
    none: '仍然封存：还没有人看过。',
    first: '这是第一次查看这个测试部分。',
    later: (look) => `这是${look}查看这个测试部分。每多看一次，数字就会显得更好一点。`,
    all: (n) => `一共看了 ${number(n)} 次。`,
    ordinal: (n) => (n <= 10 ? `第${DIGITS[n]}次` : `第 ${number(n)} 次`),
  },
  classes: {
    title: '逐个类别',
    label: '类别',
    precision: '精确率',
    recall: '召回率',
    f1: 'F1',
    support: '行数',
    mean: '平均（宏）',
    values: (label, hits, answered, support) =>
      `${label}：被答成这一类的 ${number(answered)} 行中对了 ${number(hits)} 行（精确率 ${percent(answered ? hits / answered : 0)}），真属于它的有 ${number(support)} 行（召回率 ${percent(support ? hits / support : 0)}）。`,
  },
  confusion: {
    title: '把什么当成了什么',
    caption:
      '横行是给定的标签，竖列是模型的回答。点一个数字，就能读到背后的文本；用方向键在格子间移动。',
    given: '给定',
    answered: '回答',
    cell: (given, answered, n) => `给定${given}，回答${answered}：${number(n)} 行`,
    part: (shown, all) => `共 ${number(all)} 类，这里是错误最多的 ${number(shown)} 类。`,
    values: (right, all) =>
      `对角线上：${number(all)} 行中有 ${number(right)} 行，即 ${percent(all ? right / all : 0)}。`,
  },
  cell: {
    title: (given, answered) =>
      given === answered ? `正确地答为${answered}` : `给定${given}，回答${answered}`,
    shown: (shown, all) =>
      shown < all
        ? `${number(all)} 行中最有把握的 ${number(shown)} 行。`
        : `共 ${number(all)} 行。`,
    reading: '正在读取……',
    none: '这里没有行。',
    row: (n) => `第 ${number(n)} 行`,
    probability: (answered, share) => `${answered}，把握 ${percent(share)}`,
    given: (label) => `给定：${label}`,
    more: (n) => `再看 ${number(n)} 行`,
    close: '关闭',
  },
  help: {
    looks:
      '测试只有第一次是公正的：看过之后再改、改了再看，就开始迁就测试部分了。所以从第一次起，每次查看都会计数。',
    classes:
      '精确率问的是：被答成某一类的行里有多少真属于它；召回率问的是：真属于它的行里找到了多少。只有两者都高，F1 才高。',
    confusion:
      '每个测试行只数一次，落在给定标签的那一行、模型回答的那一列，所以对角线上都是答对的。颜色表示在给定标签里所占的比例：蓝色是对，红色是错。',
    figures:
      '准确率是答对的行所占的比例；如果换一批同类的行，100 次里有 95 次它会落在这个区间内。宏平均 F1 是各类别 F1 的平均，因此小类别与大类别同样重要。',
  },
};
