// Simplified Chinese: the label and help of every setting, by stage.
import { STEMMED, STOPPED } from '../../core/languages';
import type { options as english } from '../en/options';
import { formatOf } from '../format';

const { languages } = formatOf('zh');

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
    lowerCase: {
      label: '统一小写',
      help: '“Apple”和“apple”算同一个词。关闭时，大写可以区分专名和普通词，但句首的词会另成一词，每个词出现得都更少。',
    },
    numbers: {
      label: '数字',
      help: '用同一个记号，只说明这里有数字，不说是多少；数字从不重复时有用，年份或金额能区分类别时则有害。',
      choices: { keep: '保留', mark: '统一用一个记号', drop: '丢掉' },
    },
    stopWords: {
      label: '停用词',
      help: '一种语言里最常见的词（如“的”“the”）在统计之前就去掉，n 元组会跨过空缺相连。文本因此变短；对这类分类器很少有帮助，因为它们自己会学到哪些词没有用；“不”这类词重要时反而有害。',
      choices: { none: '保留', ...languages(STOPPED) },
    },
    stemming: {
      label: '词干提取',
      help: '去掉词尾，“price”“prices”“pricing”算同一个词（Snowball）。只有几百行，或语言词尾变化多时可能有用；行数多时很少有用，还会混淆“universe”和“university”这样的词。适用于小写文本。',
      choices: { none: '不做', ...languages(STEMMED), porter: '英语（Porter，1980）' },
    },
    order: {
      label: '最长 n 元组',
      help: '相邻几个单位也合起来算一个：1 只看单个，2 加上两两相连，3 再加上三个相连。按字最多可到 6，能看到词的一部分，不怕拼写错误；按词最多到 3，因为更多词连在一起几乎不会出现第二次。',
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
    cut: {
      label: '从哪头截',
      help: '太长的文本截去哪一头。Keras 截去开头。',
      choices: { end: '结尾', start: '开头' },
    },
    unknown: {
      label: '未登录词',
      help: '词表里没有的词：统一用一个记号代替，或像 Keras 的 Tokenizer 那样直接丢掉。',
      choices: { mark: '留一个记号', drop: '丢掉' },
    },
    partsOfSpeech: {
      label: '词性',
      help: '除了词，还统计名词、动词等词性，以及一句之内哪种接在哪种后面：看的是文本怎样写成，而不是写了什么。只支持英语，而且很慢：十万篇文本要几分钟。适合区分文体，很少有助于区分主题。',
    },
  },
  split: {
    by: {
      label: '数量的表示方式',
      help: '指留出的行；每一类都按比例分出。',
      choices: { shares: '按比例', rows: '按行数' },
    },
    validationShare: {
      label: '验证所占比例',
      help: '从训练行里留出多少，用来边训练边检验；0.1 就是十分之一。',
    },
    testShare: {
      label: '测试所占比例',
      help: '没有测试部分时，从训练行里留出多少封存起来；0.1 就是十分之一。',
    },
    validationRows: {
      label: '验证行数',
      help: '从训练行里留出多少行，用来边训练边检验。',
    },
    testRows: {
      label: '测试行数',
      help: '没有测试部分时，从训练行里留出多少行封存起来。',
    },
    sampleRows: {
      label: '只用多少行',
      help: '按种子从训练行里抽样：上课时更快，也可看看数据多些有什么好处。0 表示全部。',
    },
    sampleTestRows: {
      label: '只用多少测试行',
      help: '从测试部分抽样；0 表示全部。',
    },
    givenValidation: {
      label: '用文件自带的验证行检验',
      help: '关闭后，这些行与其余的行一样划分。',
    },
    grouped: {
      label: '近似重复的文本不拆开',
      help: '几乎相同的文本归入同一份；与测试行几乎相同的训练行不用，否则测试考的是死记硬背。查找它们需要几秒钟。',
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
    weighting: {
      label: '特征的权重',
      help: 'TF-IDF：少见的词权重大，重复的词权重增加得慢，每篇文本的长度归一为 1。词频：出现几次算几，长文本因此更重。二值：只看有没有，对短文本往往已经够用。后两种的学习率约取 TF-IDF 的十分之一为宜。',
      choices: { 'tf-idf': 'TF-IDF', counts: '词频', binary: '二值：有或没有' },
    },
    inputs: {
      label: '最强的词项数',
      help: '只读训练行中总权重最大的若干词和 n 元组；0 表示全部。',
    },
    units: { label: '单元数', help: '一层从所读内容里做出多少个数；LSTM 则是每个方向各有这么多。' },
    layers: { label: '层数', help: '隐藏层的层数：层层相叠，每一层读下面一层的输出。' },
    upperUnits: { label: '上层单元数', help: '第一层以上各层的单元数；0 表示与第一层相同。' },
    activation: {
      label: '激活函数',
      help: '让两层之间的数弯曲；没有它，多层等于一层。',
      choices: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid' },
    },
    filters: { label: '卷积核数', help: '每种宽度各有多少个；每个卷积核寻找一种相邻词的模式。' },
    shortest: { label: '最窄的卷积核', help: '它一次看几个相邻的词。' },
    longest: { label: '最宽的卷积核', help: '它一次看几个相邻的词；中间的宽度也都有。' },
    bidirectional: { label: '双向', help: '再从文本末尾倒着读一遍。' },
    pooling: {
      label: '一篇文本留下什么',
      help: '读完最后一个词时的状态，或所有词上每个数的平均值或最大值。',
      choices: { last: '最后的状态', mean: '平均值', max: '最大值' },
    },
    dropout: {
      label: '随机失活',
      help: '训练时随机遮住多少个数，免得只依赖某一个：在隐藏层和卷积核之后，在每个 LSTM 层之前。',
    },
    recurrentDropout: {
      label: '循环失活',
      help: '传给下一个词的状态遮住多少，一篇文本内各词相同。',
    },
    headDropout: { label: '输出前的失活', help: '训练时，从文本留下的内容里遮住多少。' },
    maskPadding: {
      label: '跳过填充',
      help: '较短的文本后面会补上填充。关闭时，模型把填充当作词来读，一直读到“最长文本”，和没有掩码的 Keras 代码一样：更慢，而且会忘掉读过的内容。',
    },
    loss: {
      label: '损失',
      help: 'softmax：在所有类别中选一个。sigmoid：对每个类别各答是或否，两类时只有一个输出。平方合页：如同线性支持向量机，其概率只表示先后。',
      choices: { softmax: 'softmax', sigmoid: 'sigmoid', hinge: '平方合页' },
    },
    labelSmoothing: {
      label: '标签平滑',
      help: '从给定类别的确定性中取出多少分给所有类别，避免模型过于自信。',
    },
    init: {
      label: '初始权重',
      help: '按 Keras（Glorot、正交）或按 PyTorch 的方式抽取。',
      choices: { keras: '同 Keras', pytorch: '同 PyTorch' },
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
      help: '最大一步的步长。',
    },
    fullBatch: {
      label: '每步读取全部样本',
      help: '每轮只走一步，一次用上所有训练行；适合小数据，最多 16,384 行。',
    },
    optimizer: {
      label: '优化器',
      help: 'Adam 为每个权重各定步长；AdamW 另行衰减权重；SGD 直接用斜率，可加动量。',
      choices: { adam: 'Adam', adamw: 'AdamW', sgd: 'SGD' },
    },
    momentum: { label: '动量', help: '用于 SGD：上一步的多少会延续下去。' },
    weightDecay: { label: '权重衰减', help: '把权重拉向零；偏置不受影响。' },
    schedule: {
      label: '学习率的走势',
      help: '学习率在训练中怎样变化。分段：过半后为十分之一，过四分之三后为百分之一。',
      choices: {
        linear: '沿直线降到零',
        constant: '不变',
        step: '分段下降',
        cosine: '余弦',
        'one-cycle': '单周期',
      },
    },
    warmup: {
      label: '预热',
      help: '在多大比例的步数里，学习率升到最大；单周期则是它上升的那一段。',
    },
    clipNorm: { label: '斜率上限', help: '所有权重的斜率若更长，就缩短到这个长度；0 表示不缩。' },
    balanced: { label: '少数类加权', help: '不管行数多少，每个类别的分量相同。' },
    buckets: { label: '长短相近的同批', help: '长短相近的文本放在一批，少算填充。' },
    rareRows: {
      label: '只动读到的词',
      help: '一批里没有的词，它的数保持不动，因而更快。关闭时，Adam 和动量每一步都移动所有词，和 Keras 一样。',
    },
    patience: { label: '耐心', help: '连续多少轮没有进步就自动结束训练；0 表示从不。' },
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
  augment: {
    wordDropout: {
      label: '词丢弃',
      help: '多大比例的词换成“未知词”，免得某一个词说了算。',
    },
    swap: {
      label: '换位',
      help: '多大比例的词与后一个词交换位置；周围的词对也随之改变。',
    },
    deletion: {
      label: '删词',
      help: '多大比例的词被去掉；一段文本至少留下一个词。',
    },
  },
  limits: (least, most) => `${least} 到 ${most}`,
  whole: (limits) => `${limits} 的整数`,
  multiple: (limits, of) => `${limits} 之间 ${String(of)} 的倍数`,
  notEnglish: '词性标注只懂英语，而这些文本不是英语。',
  refused: (limits, kept) => `应为 ${limits}。目前仍用 ${kept}。`,
};
