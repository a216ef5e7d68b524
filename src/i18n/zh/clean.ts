// Simplified Chinese: the Clean place, from the rules to the words.
import type { Rule, Split } from '../../core/types';
import type { clean as english } from '../en/clean';
import { formatOf } from '../format';

const { number, percent, bytes } = formatOf('zh');
const rows = (n: number) => `${number(n)} 行`;
const SPLIT: Record<Split, string> = { train: '训练', test: '测试' };
const PART = { test: '测试', validation: '验证' } as const;

const help: typeof english.help = {
  rules:
    '每条规则修整一种瑕疵，依次进行；例子取自你自己的数据，划掉的是删去的，绿色的是补上的。关着的规则也照样计数，好让你看到打开后会怎样。',
  kept: '空行和重复的行只从训练部分去掉，因为它们没有新内容，或者会被算两次。测试行会修整，但从不删除，所以评判所依据的行数不变。',
  agencies:
    '各家通讯社报道的题材各有侧重，所以单凭社名就能猜出几分答案。这算知识还是捷径，要看你以后要分类的文本，不妨两种都试试。',
  settings:
    '文本先切成一个个单位，相邻的单位再合成 n 元组，因为“不好”的意思不是“不”加“好”。这里的一切都只在训练行里统计，测试内容不会泄露进来。',
  vocabulary:
    '词表列出模型认识的词和 n 元组，每一个都有自己的一行数。每个数占四个字节，此外每行还有两个数：它有多能区分类别，训练把它移动了多远。',
  follow:
    '这是一篇文本从文件到模型所见数字的全过程。每个词换成它在词表里的编号；词表里没有的算未知词，超出最长长度的部分会截掉。',
  search: '在保留下来的词和 n 元组里查找，最常见的排在前面。次数是它在训练行里出现了多少次。',
};

const rules: Record<Rule, { name: string; does: string }> = {
  missing: {
    name: '缺少标题或正文',
    does: '某一栏为空的行。关闭时，保留这一行其余的文字。',
  },
  join: {
    name: '标题与正文分开',
    does: '把标题和正文合成一篇；没有标题的行保留正文，从不删除。',
  },
  entities: {
    name: '残缺的字符实体',
    does: '“ #39;”、“&amp;”这样的残留，换回它们所代表的字符。',
  },
  tags: { name: 'HTML 标签', does: '去掉标签，保留其中的文字。' },
  backslashes: { name: '代替换行的反斜杠', does: '两行相接处的反斜杠换成空格。' },
  width: {
    name: '全角与半角',
    does: '全角、半角字符统一成常用的形式：“ＡＢＣ１２３”变成“ABC123”。',
  },
  links: { name: '网址', does: '去掉网址和外面的括号。' },
  emails: {
    name: '电子邮箱',
    does: '每个邮箱地址换成同一个词“emailaddress”：“ann@example.org”→“emailaddress”。',
  },
  phones: {
    name: '电话号码',
    does: '每个电话号码换成同一个词“phonenumber”：“138 0013 8000”→“phonenumber”。年份、价格、比分和日期不动。',
  },
  mentions: {
    name: '用户名',
    does: '“@”后面的名字换成同一个词“usermention”：“@ann”→“usermention”。',
  },
  hashtags: {
    name: '话题标签',
    does: '话题标签还原成其中的词：“#油价#”→“油价”，“#BigNews”→“Big News”。',
  },
  agencies: {
    name: '通讯社署名',
    does: '去掉各处的通讯社标记，例如“(Reuters)”、“AP - ”；句子里的名字保留。',
  },
  unicode: {
    name: '异样的字符',
    does: '同一个字符统一成同一种形式（NFC）；看不见的字符和特殊空格改为普通的。',
  },
  emoji: {
    name: '表情符号',
    does: '去掉表情符号：“太好了😀”→“太好了”。若想让模型从中学习，请关着：标点计入时，每个表情都是一个词。',
  },
  repeats: {
    name: '重复的字符',
    does: '连续的字母或汉字最多留两个，符号只留一个：“哈哈哈哈！！！！”→“哈哈！”。数字不动。',
  },
  spaces: { name: '多余的空白', does: '连续的空白合成一个空格。' },
  empty: { name: '空行', does: '没有任何文字的行不参加训练。' },
  duplicates: { name: '重复的行', does: '内容相同的文本只留第一篇参加训练。' },
  leaks: {
    name: '测试里也有的行',
    does: '与测试行相同的训练行不参加训练，否则测试考的就是背过的题。',
  },
};

/** Words of the Clean place. */
export const clean: typeof english = {
  help,
  rules,
  waits: {
    title: '还没有可清洗的数据',
    standfirst: '先载入一个数据集，这里就会显示它有哪些毛病。',
    go: '去载入数据',
  },
  reading: {
    title: '正在用红笔校读',
    standfirst: '每一行都看一遍，看完就显示结果。',
    again: '重新统计',
  },
  found: {
    title: (name, share) => `${percent(share, share < 0.095 ? 1 : 0)} 的行里有${name}`,
    none: '没有需要修整的地方',
    kept: (kept, read) =>
      kept === read
        ? `${rows(read)}全部用于训练。`
        : `${rows(read)}中有 ${number(kept)} 行用于训练。`,
    test: (n) => `${number(n)} 行测试数据全部保留。`,
  },
  groups: {
    mend: '修整什么',
    drop: '哪些行不参加训练',
    changed: '修改',
    matched: '找到',
  },
  on: '开',
  off: '关',
  counts: (train, test) => `训练 ${number(train)} · 测试 ${number(test)}`,
  countsOff: (train, test) => `若打开：训练 ${number(train)} · 测试 ${number(test)}`,
  dropped: (train, test) =>
    test === 0
      ? `训练去掉 ${number(train)} 行`
      : `训练去掉 ${number(train)} 行 · 测试有 ${number(test)} 行，全部保留`,
  none: '这里没有',
  examples: (n) => `再看 ${number(n)} 个例子`,
  where: (split, row) => `${SPLIT[split]}第 ${number(row)} 行`,
  noText: '没有文字',
  deleted: '划掉：删去',
  inserted: '绿色：补上',
  recounting: '正在重新统计……',
  counted: '统计已更新。',
  outdated: '统计已过时：最近的改动没有计入。',
  uncounted: '没有统计。',
  reset: '恢复默认设置',
  kept: {
    title: '留下多少',
    part: '部分',
    read: '读入',
    left: '去掉',
    kept: '留下',
    values: (read, left, kept) => `训练：${number(read)} − ${number(left)} = ${number(kept)}`,
  },
  agencies: {
    title: '为什么保留通讯社署名',
    why: (withTags, without) =>
      `因为它们左右正确率：在 AG News 上，线性分类器（TF-IDF 加 LinearSVC）保留署名时为 ${percent(withTags)}，去掉之后为 ${percent(without)}。所以默认保留，去留由你决定。`,
    own: '在你自己的数据上',
    column: '正确率',
    with: '保留署名',
    without: '去掉署名',
    run: (n) => `第 ${number(n)} 次训练`,
    judged: (part, n) => `依据 ${number(n)} 行${PART[part]}数据。`,
    difference: (points) =>
      points < 0
        ? `在这里，保留署名反而低 ${number(-points, 1)} 个百分点。`
        : `在这里，署名值 ${number(points, 1)} 个百分点。`,
    chance: '行数不多，这可能只是偶然。',
    nothing: '在这里，两者没有差别。',
    wait: '其他设置不变，关着这条规则训练一次，再打开训练一次，两个结果就会显示在这里。',
    names: '要找的名称',
    namesHelp: '每行一个，写法与文本里相同。',
  },
  words: {
    title: '词语',
    standfirst: '接着，每篇文本切成一个个单位，每个单位得到一个编号。',
    settings: '怎样切分',
    browser:
      '切出哪些词取决于这个浏览器：换一个浏览器或新版本，结果可能不同。这样训练的模型，最好在原来的浏览器里使用。',
    unspaced: '这种文字不用空格：按单字和相邻两字统计。',
    spaced: '这种文字用空格分词：按词统计。',
    groups: {
      cut: '单位',
      forms: '词的形式',
      vocabulary: '词表',
      length: '长度',
      structure: '结构',
      split: '划分',
    },
    pairs: '要统计相邻两字，最长 n 元组至少应为 2。',
    most: (tableRows, width, size) =>
      `按这些上限，表最多 ${number(tableRows)} 行，每行 ${number(width)} 个数：${bytes(size)}。`,
    tooLarge: (size) => `这超过了 ${bytes(size)}，不是每块显卡都能一次放下；请降低某个上限或宽度。`,
  },
  vocabulary: {
    title: '词表',
    count: '统计词语',
    wait: '按目前的设置还没有统计；训练时也会统计。',
    finding: (words, ngrams) => `保留了 ${number(words)} 个词和 ${number(ngrams)} 个 n 元组`,
    seen: (all, kept) =>
      `共见到 ${number(all)} 个不同的词，其中 ${number(all - kept)} 个因太少见或超出上限而没有收。`,
    unknown: (share) => `在留作验证的行里，有 ${percent(share)} 的词不在词表中。`,
    tags: (n) => `此外统计 ${number(n)} 种词性和词性对。`,
    lengths: (mean, p95, longest) =>
      `平均每篇 ${number(mean, 1)} 个单位；95 % 不超过 ${number(p95)} 个，最长 ${number(longest)} 个。`,
    cut: (n) => `有 ${number(n)} 行超出最长长度，被截断。`,
    rows: (train, validation, test) =>
      `${number(train)} 行用来学习，${number(validation)} 行用来检验，${number(test)} 行用来测试。`,
    values: (tableRows, width, size) =>
      `${number(tableRows)} × ${number(width)} × 4 字节 = ${bytes(size)}`,
  },
  follow: {
    title: '跟踪一行',
    split: '部分',
    row: '行号',
    go: '跟踪',
    range: (n) => `1 到 ${number(n)}`,
    showing: (split, row) => `正在跟踪${SPLIT[split]}部分第 ${number(row)} 行`,
    original: '文件里的原样',
    cleaned: '清洗之后',
    unchanged: '清洗没有改动它。',
    tokens: '各个单位和编号',
    ngrams: '认得出的 n 元组',
    noNgrams: '它的 n 元组都不够常见。',
    padded: '补齐到统一长度',
    paddedHelp: (length) => `共 ${number(length)} 个数，长度固定的模型得到的就是这些。`,
    fill: (n) => `后面是 ${number(n)} 个 0`,
    dropped: (rule) => `这一行不参加训练（${rule}）。`,
    legend: {
      known: '认识',
      unknown: '未知：不在词表里',
      cut: '截掉：超出最长长度',
    },
    state: { known: '认识', unknown: '未知', cut: '截掉' },
    counts: (units, unknown, cut) =>
      `共 ${number(units)} 个单位，${number(unknown)} 个未知，${number(cut)} 个截掉。`,
  },
  search: {
    title: '查一个词',
    label: '词，或词的一部分',
    text: '文字',
    id: '编号',
    count: '次数',
    kind: '种类',
    kinds: { word: '词', ngram: 'n 元组', tag: '词性' },
    first: (n) => `最常见的 ${number(n)} 个。`,
    found: (n, isAll) =>
      isAll ? `找到 ${number(n)} 个。` : `符合的里面最常见的 ${number(n)} 个。`,
    nothing: '没有符合的；它可能太少见，没有收进来。',
    wait: '请先统计词语。',
  },
};
