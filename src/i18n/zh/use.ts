// Simplified Chinese: the place where a model is asked about any text.
import type { use as english } from '../en/use';
import { formatOf } from '../format';

const { number, percent } = formatOf('zh');

/** Words of the place Use. */
export const use: typeof english = {
  waiting: {
    title: '还没有模型可问',
    text: '先让模型学习，然后你在这里输入任何文字，它会边打边答。',
    link: '去“训练”',
  },
  headline: {
    empty: '拿一段文字问问它',
    answer: (label) => `它说是${label}`,
    unsure: (a, b) => `它在${a}与${b}之间犹豫`,
    blind: '这些词它一个也不认识',
  },
  standfirst: (n, dataset) =>
    `第 ${number(n)} 次训练学的是“${dataset}”。你的文字会经过与训练数据相同的清洗和切分，不会离开这台电脑。`,
  text: '文本',
  placeholder: '输入或粘贴一段文字……',
  answer: (label, share) => `${label}，${percent(share)}`,
  bars: '各个类别的可能性',
  probabilities: '概率',
  probabilitiesValues: (label, share, classes) =>
    `${label}：${percent(share)}；若机会均等，每类是 ${percent(1 / classes)}。`,
  read: '模型读到了什么',
  cleaned: '清洗后的文本',
  same: '清洗没有改变什么。',
  tags: (names) => `依次的词性：${names.join(' · ')}`,
  known: (known, all) =>
    `${number(all)} 个词中认识 ${number(known)} 个；不认识的划了线，它们对模型毫无意义。`,
  cut: (n, most) =>
    `前 ${number(most)} 个词之后的 ${number(n)} 个词没有读：这次训练在那里截断文本。`,
  unknown: '不认识',
  readValues: (words, ngrams, minCount) =>
    `这次训练认识 ${number(words)} 个词和 ${number(ngrams)} 个 n 元组，每个至少出现过 ${number(minCount)} 次。`,
  examples: '试试这些',
  examplesNote: '都是测试行，训练时从未见过。',
  more: '换一批',
  given: (label, isRight) => (isRight ? `文件里写的也是${label}。` : `文件里写的是${label}。`),
  run: '训练',
  noBetter: (label) => `注意：在测试行上，这次训练并不比总是回答“${label}”强。`,
  help: {
    examples:
      '这些行与文件中的测试部分完全一样，因此可以看到清洗如何起作用。在这里试用不算查看测试部分，只要不据此选择设置。',
    probabilities:
      '模型给每个类别一个得分，softmax 把得分变成加起来等于一的份额。份额高说明训练时这些词常与这个类别一起出现，并不说明答案一定对。',
    read: '模型只认识训练数据里出现得足够多的词，其余的一概略过。只有学过相邻的两词或三词组合时，词的先后才起作用。',
  },
};
