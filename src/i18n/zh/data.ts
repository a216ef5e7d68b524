// Simplified Chinese: the Data place.
import type { LengthHistogram, Split } from '../../core/types';
import type { data as english } from '../en/data';
import { formatOf } from '../format';

const { number, percent, bytes, list } = formatOf('zh');
const UNIT: Record<LengthHistogram['unit'], string> = { words: '个词', characters: '个字' };
const SPLIT: Record<Split, string> = { train: '训练', test: '测试' };
const texts = (n: number) => `${number(n)} 篇文本`;

const help: typeof english.help = {
  bring:
    '带标签的数据集，就是已经有人分好类的一批文本；分类器从中学会给新的文本分类。文件只在这个浏览器里读取，也只存在这里。',
  balance:
    '每一条的长度，是带有该标签的文本在训练部分中所占的比例。永远只答最大那一类，也能有这么高的正确率，所以这是必须超过的底线。',
  lengths:
    '每一列是长度相近的文本的数量，按文件里的原样计算：词以空白分开，不用空格的文字则逐字计算。太短的文本没有多少可学的内容，太长的文本末尾可能会被截掉。',
  rows: '这是文件里的原文，还没有清洗。分类器从训练部分学习，测试部分则留着，用它从未见过的文本来评判它。',
  files:
    '这里列出组成数据集的每个文件，以及其中可用的行数。缺少字段、标签不明或没有正文的行不会使用，会连同行号一起列出来。',
  kept: '数据集和训练好的模型一直留在这个浏览器里，关掉页面也不会消失，直到你删除为止。受保护的存储是指磁盘空间不足时，浏览器不会自行清理它们。',
};

/** Words of the Data place. */
export const data: typeof english = {
  help,
  none: {
    title: '带点东西来读吧',
    standfirst: '把带标签的数据集拖到这里，或者先用专门为本页写的小样本试试。',
  },
  reading: {
    title: '正在读取',
    standfirst: '就在这台电脑上，逐行读取；随时可以取消，不会留下任何痕迹。',
  },
  found: {
    title: (rows, classes) =>
      classes === 0 ? `${texts(rows)}，还没有标签` : `${texts(rows)}，分为 ${number(classes)} 类`,
    even: '各类数量相近。',
    largest: (name, share) => `其中“${name}”最多，占 ${percent(share, 0)}。`,
    uneven: (least, most) => `最小的一类有 ${texts(least)}，最大的有 ${number(most)} 篇。`,
    length: (mean, unit) => `平均每篇 ${number(mean)} ${UNIT[unit]}。`,
    test: (n) => `其中 ${number(n)} 篇专门用于测试。`,
    noTest: '没有测试部分，因此会留出一部分用于测试。',
    noTrain: '还没有训练部分：请加上 train.csv。',
    validation: (n) => `文件自己留出 ${number(n)} 篇作验证。`,
    bad: (n) => `有 ${number(n)} 行无法使用，已列在下面。`,
  },
  untitled: '未命名数据集',
  byClasses: (first, classes) =>
    first.length < classes ? `${first.join('、')}等 ${number(classes)} 类` : list(first),
  numbered: (title, n) => `${title}（${n}）`,
  train: '开始训练',
  trainWith: (classes) => `按目前的设置训练，得到一个经过测试的 ${number(classes)} 类分类器。`,
  trainBusy: '正在训练。',
  seeTraining: '去看看',
  label: {
    link: '手工标注',
    left: (n) => `还有 ${texts(n)}没有标签。`,
    needTwo: '至少两个类别有标签，模型才能学习。',
    none: '改正标签，或者看看模型怀疑哪些。',
  },
  drop: {
    title: '把 train.csv、test.csv 和 classes.txt 拖到这里，拖整个文件夹也行',
    more: '添加文件，或换一个数据集',
    kinds:
      'CSV、TSV、JSON、Parquet、带标签的行、每类一个文件夹的文本或网页，也可以是 zip、tar 或 gzip · 不会离开这台电脑',
    over: '松手即可读取',
    choose: '选择文件',
    folder: '选择文件夹',
    ask: '先让我选择各列的用途',
    unreadable: '拖进来的内容打不开，请改用按钮选择文件。',
  },
  ways: {
    title: '手边没有文件？',
    paste: '粘贴文本',
    address: '从网址下载',
    nothing: '从零开始',
  },
  samples: {
    title: '或者先用样本',
    hint: '专门为本页写的，瑕疵也照样有。',
    english: '英文新闻',
    englishHint: '约 1,000 条，4 类',
    chinese: '中文新闻',
    chineseHint: '约 800 条，10 类',
  },
  source: {
    title: '从哪里得到 AG News',
    text: '这是 Zhang、Zhao 与 LeCun（2015）整理的新闻语料：4 个类别，训练 120,000 条，测试 7,600 条。它只许用于研究和非商业用途，所以不随本页提供；请从下面任一处下载，再把文件拖进来。',
    kaggle: 'Kaggle：带表头的 train.csv 和 test.csv',
    github: 'GitHub：最初发布的 train.csv、test.csv 和 classes.txt',
  },
  insecure: {
    title: '这个页面是通过普通 HTTP 打开的',
    text: '因此浏览器不开放显卡、离线使用和受保护的存储。读取数据、用处理器训练以及其他功能都照常可用；改用 HTTPS 或 localhost 打开，就能用上它们。',
  },
  split: { train: '训练', test: '测试' },
  balance: {
    title: '类别',
    class: '类别',
    summary: (classes) => `${classes} 个类别各有多少篇文本`,
    rest: (classes) => `另外 ${number(classes)} 个较小的类别`,
    values: (name, count, all) =>
      `“${name}”：${number(count)} / ${number(all)} = ${percent(all === 0 ? 0 : count / all)}`,
  },
  lengths: {
    title: '长度',
    x: (unit) => (unit === 'words' ? '每篇词数' : '每篇字数'),
    y: '篇数',
    mean: (mean) => `平均 ${number(mean, 1)}`,
    bin: (from, to, count) =>
      to === null
        ? `${number(from)} 及以上：${texts(count)}`
        : to - from === 1
          ? `${number(from)}：${texts(count)}`
          : `${number(from)} 到 ${number(to - 1)}：${texts(count)}`,
    andMore: '+',
    summary: (unit, mean, longest) =>
      `文本长度：平均 ${number(mean, 1)} ${UNIT[unit]}，最长 ${number(longest)}。`,
    values: (n, mean, unit) => `n = ${texts(n)}，平均 = ${number(mean, 1)} ${UNIT[unit]}`,
  },
  rows: {
    title: '逐行查看',
    number: '行',
    label: '类别',
    text: '文本',
    table: (split, n) => `${SPLIT[split]}部分，共 ${number(n)} 行`,
    part: '部分',
    goTo: '跳到第几行',
    go: '跳转',
    sheet: (from, to, all) => `第 ${number(from)} 到 ${number(to)} 行，共 ${number(all)} 行`,
    before: '前面的行',
    after: '后面的行',
    loading: '正在读取……',
    noTitle: '没有标题',
    noLabel: '无标签',
    follow: (row) => `跟踪第 ${number(row)} 行的清洗和切分`,
    hint: '点击行号，就能看到这一行经过的每一步。',
  },
  files: {
    title: '读取的文件',
    name: '文件',
    rows: '行数',
    size: '大小',
    leftOut: (n) => `有 ${number(n)} 个文件没有读取`,
  },
  bad: {
    title: (n) => `有 ${number(n)} 行没有使用`,
    file: '文件',
    reason: '原因',
    first: (shown, all) => `列出 ${number(all)} 行中的前 ${number(shown)} 行。`,
  },
  kept: {
    title: '存在这个浏览器里',
    open: (name) => `打开“${name}”`,
    isOpen: '已打开',
    facts: (rows, classes, size) => `${number(rows)} 行，${classes} 类，${size}`,
    rename: '改名',
    renameOf: (name) => `给“${name}”改名`,
    newName: '新名称',
    save: '保存',
    remove: '删除',
    removeOf: (name) => `删除“${name}”`,
    removeAsk: (name, size) =>
      `要删除“${name}”和由它生成的一切（${size}）吗？用它训练的模型会保留。`,
    removeYes: '删除',
    keep: '保留',
    use: (used, models) =>
      models === 0
        ? `已用 ${bytes(used)}。`
        : `已用 ${bytes(used)}，其中训练好的模型占 ${bytes(models)}。`,
    quota: (free) => `浏览器还允许使用 ${bytes(free)}。`,
    protected: '受保护：浏览器不会自行清理。',
    unprotected: '未受保护：磁盘空间不足时，浏览器可能会清理。',
    noProtection: '这个浏览器在此处不提供受保护的存储。',
    protect: '申请保护',
    refused: '浏览器没有同意。页面经过安装、加入书签或经常访问后，大多会同意。',
  },
};
