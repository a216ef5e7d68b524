// Simplified Chinese: the label and help of every setting, by stage.
import type { options as english } from '../en/options';

/** Labels and helps of every setting, and what a field says about its limits. */
export const options: typeof english = {
  text: {
    unit: {
      label: '文本单位',
      help: '把什么算作一个词元。有空格的文字按词切分；没有空格的文字用单字，效果相当。',
      choices: {
        auto: '按文字种类自动选择',
        words: '词',
        characters: '字',
        segmenter: '由浏览器切出的词',
      },
    },
    punctuation: {
      label: '标点也算词',
      help: '$、引号等标点各算一个词，文本的开头也算一个词；撇号和连字符会把词分开。',
    },
    order: {
      label: '最长 n 元组',
      help: '相邻几个单位也合起来算一个：1 只看单个，2 加上两两相连，3 再加上三个相连。',
    },
    minCount: {
      label: '至少出现次数',
      help: '在训练部分里出现得更少的，一律不收。',
    },
    maxWords: {
      label: '词数上限',
      help: '词表的大小；留下最常见的词。',
    },
    maxNgrams: {
      label: 'n 元组上限',
      help: 'n 元组最多占用表中多少行；留下最常见的。',
    },
    maxLength: {
      label: '最长文本',
      help: '按单位计；超出的部分截掉。',
    },
  },
  split: {
    validationShare: {
      label: '验证所占比例',
      help: '从训练行里留出多少，用来边训练边检验；0.1 就是十分之一。',
    },
    seed: {
      label: '划分用的种子',
      help: '种子相同，留出的行就相同。',
    },
  },
  model: {
    width: {
      label: '宽度',
      help: '一个词或一个 n 元组用多少个数来表示。',
    },
    weighFeatures: {
      label: '按区分力加权',
      help: '越能区分类别的词和词对，在平均时权重越大；权重由训练数据统计得出。',
    },
    robustness: {
      label: '对标签的谨慎',
      help: '大于 0 时，模型认为标签不太可信的行影响变小，有助于抵抗错误标签；但概率会变得不那么准确。',
    },
    featureDropout: {
      label: '随机遮住的比例',
      help: '每次读一行时随机遮住其中一部分词和 n 元组，免得只依赖某一个。',
    },
  },
  train: {
    epochs: {
      label: '轮数',
      help: '每一行训练数据读几遍。',
    },
    batchSize: {
      label: '批大小',
      help: '读多少行才调整一次权重。',
    },
    learningRate: {
      label: '学习率',
      help: '最初几步的步长；之后沿直线降到零。',
    },
    seed: {
      label: '种子',
      help: '同一设备上，种子相同，得到的模型就相同。',
    },
    refit: {
      label: '用全部数据再训练一次',
      help: '找到最好的轮数之后，把验证行也加进来从头训练。',
    },
    testAtEnd: {
      label: '训练完立即测试',
      help: '训练一结束就用测试部分评判模型；每看一次都会计数。',
    },
  },
  limits: (least, most) => `${least} 到 ${most}`,
  whole: (limits) => `${limits} 的整数`,
  refused: (limits, kept) => `应为 ${limits}。目前仍用 ${kept}。`,
};
