// Simplified Chinese: the survey of a dataset, and the search through its rows.
import type { Finding, GroupCount, GroupKind, ScriptName } from '../../core/survey';
import type { LengthHistogram, Split } from '../../core/types';
import type { know as english } from '../en/know';
import { formatOf } from '../format';

const { number, percent } = formatOf('zh');
const rows = (n: number) => `${number(n)} 行`;
const sum = (split: Record<Split, number>) => split.train + split.test;
type Unit = LengthHistogram['unit'];
const PAIRS: Record<Unit, string> = { words: '相邻词对', characters: '相邻字对' };
const UNIT: Record<Unit, string> = { words: '个词', characters: '个字' };
const languages = new Intl.DisplayNames('zh-CN', { type: 'language' });

const GROUPS: Record<GroupKind, { name: string; why: (unit: Unit) => string }> = {
  equal: {
    name: '完全相同的文本',
    why: () => '清洗之后逐字相同。出现两次的文本就会被算两次。',
  },
  equalAcross: {
    name: '训练集与测试集中相同的文本',
    why: () => '用背下来的文本做测试，什么也证明不了。',
  },
  conflict: {
    name: '文本相同、标签不同',
    why: () => '其中必有标签标错了，或者类别之间有重叠。',
  },
  near: {
    name: '几乎相同的文本',
    why: (unit) => `至少一半的${PAIRS[unit]}相同：转载、更新稿，或只改了几个词的副本。`,
  },
  nearAcross: {
    name: '训练集与测试集中几乎相同的文本',
    why: () => '每组之内，每一行都与组内的某一行相似：这样的测试比面对新文本要容易。',
  },
  nearConflict: {
    name: '几乎相同、标签不同',
    why: () => '要找标错的标签，从这里看起最合适。',
  },
};

const SCRIPT: Record<ScriptName, string> = {
  latin: '拉丁字母',
  han: '汉字',
  kana: '日文假名',
  hangul: '韩文字母',
  cyrillic: '西里尔字母',
  greek: '希腊字母',
  arabic: '阿拉伯字母',
  hebrew: '希伯来字母',
  devanagari: '天城文',
  thai: '泰文',
  other: '其他文字',
};

const language = (code: string) => (code === '' ? '未能识别' : (languages.of(code) ?? code));

const help = {
  survey:
    '每一行都按清洗规则处理后查看一遍，并按相邻的词对（不用空格的文字按相邻的字对）与其他所有行比较。按下任何一个数字，就能看到它背后的那些行。',
  telling:
    '如果一个词在某一类文本中出现得远比在其他类中多，它就有代表性；这里以标准差（z）衡量，罕见的词不会因此占便宜；z 低于 1.96 时可能只是偶然，不列出（Monroe、Colaresi、Quinn 2008）。词频统计自带标签的训练行，中文等不用空格的文字按浏览器自带的词典分词；按下一个词就会查找包含它的行。',
  leaking:
    '有些词透露的不是主题而是来源，例如通讯社的名字；学会了这些词的分类器遇到别处来的文本就会失灵。请看看排在最前面的词（已知的通讯社名字只要出现就会列出），如果只是捷径，可以在“清洗”中把它们去掉。',
  search: '每个找到的行都显示首次出现处的上下文。按行号可以跳到下方表格中的那一行。',
};

/** Words of the survey and of the search. */
export const know: typeof english = {
  help,
  title: '了解数据',
  wait: '重复、近似副本、两部分之间的泄漏、互相矛盾的标签、代表性词语：把每一行都看一遍。',
  make: '查看每一行',
  again: '重新查看',
  stale: '此后标签或清洗规则有过改动。',
  headline: (equal: GroupCount, across: GroupCount, near: GroupCount) => {
    if (equal.groups === 0 && near.groups === 0) return '没有重复的文本';
    if (equal.groups === 0)
      return `没有完全重复的文本，但有 ${rows(sum(near.rows))}与别的行几乎相同`;
    const twice = `${number(equal.groups)} 条文本出现了两次以上`;
    if (across.groups > 0)
      return `${twice}，其中 ${number(across.groups)} 条同时出现在训练集和测试集中`;
    return near.groups === 0 ? twice : `${twice}，${rows(sum(near.rows))}与别的行几乎相同`;
  },
  testCopies: (n: number, all: number) =>
    `${number(all)} 行测试数据中有 ${number(n)} 行（${percent(n / all)}）在训练集中有副本或近似副本。`,
  conflicts: (n: number) => `${number(n)} 条文本带有不止一种标签。`,
  leak: (word: string, accuracy: number, majority: number) =>
    `单凭“${word}”这个词就能答对 ${percent(accuracy)}，而总是猜最大的类只能答对 ${percent(majority)}。`,
  figure: '发现',
  count: '行数',
  groups: GROUPS,
  inGroups: (n: number) => `共 ${number(n)} 组`,
  copies: {
    name: '在训练集中有副本的测试行',
    why: (unit: Unit) => `每一行都与某个训练行相同，或两者的${PAIRS[unit]}至少有一半是共有的。`,
  },
  missing: { name: (field: string) => `缺少 ${field}`, why: '该字段为空或只有空白。' },
  empty: { name: '清洗后为空', why: '清洗之后什么也没有留下。' },
  unlabelled: { name: '没有标签', why: '可以搜索和标注，但不能用来学习。' },
  smallest: {
    name: (name: string) => `最小的类：${name}`,
    why: (share: number) => `占带标签行的 ${percent(share)}。`,
  },
  largest: {
    name: (name: string) => `最大的类：${name}`,
    why: (share: number) => `占带标签行的 ${percent(share)}：总是猜它就能答对这么多。`,
  },
  lengths: {
    shortest: '从最短的开始',
    longest: '从最长的开始',
    spread: (least: number, median: number, p95: number, unit: Unit) =>
      `按文件原样，最短 ${number(least)} ${UNIT[unit]}；一半不超过 ${number(median)}，95 % 不超过 ${number(p95)}。`,
    most: (longest: number, unit: Unit, isBoth: boolean) =>
      `${isBoth ? '训练集和测试集中' : ''}最长的有 ${number(longest)} ${UNIT[unit]}。`,
  },
  scripts: { title: '文字', name: SCRIPT, note: '按一行中占多数的文字统计。' },
  languages: {
    title: '语言',
    name: language,
    note: (asked: number, all: number) =>
      asked < all
        ? `在均匀抽取的 ${rows(asked)}中推测；短文本常会认错。`
        : '逐行推测；短文本常会认错。',
  },
  open: (what: string, n: number) => `${what}：显示这 ${rows(n)}`,
  more: '全部显示',
  telling: {
    title: '各类的代表性词语',
    none: '没有这样的词。',
    class: '类别',
    words: '最有代表性的在前，附 z 值',
    find: (word: string, z: number, count: number, all: number) =>
      `查找“${word}”：z = ${number(z, 1)}，${number(all)} 次中有 ${number(count)} 次在这一类`,
  },
  leaking: {
    title: '泄露标签的词语',
    word: '词',
    rows: '行数',
    classes: '这些行的类别',
    bits: '比特',
    alone: '单凭它的准确率',
    source: '来源，不是主题',
    find: (word: string) => `查找“${word}”`,
    share: (name: string, share: number) => `${name} ${percent(share, 0)}`,
    majority: (share: number) => `总是猜最大的类：${percent(share)}。`,
    counted: (n: number, all: number) => `在 ${rows(all)}中均匀抽取 ${rows(n)}统计。`,
  },
  found: {
    title: (finding: Finding, fields: readonly string[], classes: readonly string[]) => {
      switch (finding.kind) {
        case 'missing':
          return `缺少 ${fields[finding.field] ?? ''} 的行`;
        case 'empty':
          return '清洗后为空的行';
        case 'copies':
          return '在训练集中有副本或近似副本的测试行';
        case 'unlabelled':
          return '没有标签的行';
        case 'class':
          return `${classes[finding.label] ?? ''} 类的行`;
        case 'shortest':
          return '所有行，从最短的开始';
        case 'longest':
          return '所有行，从最长的开始';
        case 'script':
          return `以${SCRIPT[finding.script]}为主的行`;
        case 'language':
          return `语言为“${language(finding.code)}”的行`;
        case 'equal':
        case 'equalAcross':
        case 'conflict':
        case 'near':
        case 'nearAcross':
        case 'nearConflict':
          return GROUPS[finding.kind].name;
        default:
          return finding satisfies never;
      }
    },
    list: (n: number) => `这个数字背后的 ${rows(n)}`,
    close: '关闭',
    group: (n: number, size: number) => `第 ${number(n)} 组 · ${rows(size)}`,
    sameText: '文本相同',
    likeness: (share: number, unit: Unit) =>
      share === 1 ? `${PAIRS[unit]}相同` : `${percent(share, 0)} 相似`,
    empty: '没有文本',
    toTable: (row: string, ofClass: string) => `${row}${ofClass && `，${ofClass}`}：在表格中显示`,
    loading: '读取中……',
  },
  search: {
    title: '搜索数据行',
    query: '词、短语或任意一段文字',
    go: '搜索',
    whole: '整词匹配',
    exact: '区分大小写',
    where: '搜索范围',
    raw: '文件中的原文',
    cleaned: '清洗后的文本',
    nothing: (query: string) => `没有任何一行包含“${query}”。可以只搜其中一部分，或放宽条件。`,
    found: (train: number, test: number, hits: number) =>
      `${rows(train + test)}，${number(hits)} 处：训练集 ${rows(train)}，测试集 ${rows(test)}。`,
    seen: (seen: number, all: number) => `已搜索 ${number(seen)} / ${rows(all)}……`,
    list: (query: string, n: number) => `${rows(n)}中的“${query}”`,
    share: '按类别',
    unlabelled: (n: number) => `其中 ${rows(n)}没有标签。`,
    times: (n: number) => `在这一行中出现 ${number(n)} 次`,
  },
};
