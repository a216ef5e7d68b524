// Simplified Chinese: what the models are called and how they work, the articles' listings, targets and starts.
import type { ReusedPart } from '../../core/run';
import type { LossName, Weighting } from '../../core/settings';
import type { models as english } from '../en/models';
import { formatOf } from '../format';

const { number, bytes, duration, list } = formatOf('zh');
const rounded = (value: number) => Number(value.toPrecision(2));

const UNITS = ['', '词', '词和相邻词对', '词、词对和三词组'];
const LONG = '字和相连的字串'; // 更长的 n 元组只用于字
const WEIGHTS: Record<Weighting, string> = {
  'tf-idf': '的 TF-IDF',
  counts: '的词频',
  binary: '有无',
};

const loss: Record<LossName, string> = {
  softmax: 'softmax',
  sigmoid: 'sigmoid',
  hinge: '平方合页',
};

const part: Record<ReusedPart, string> = { table: '词表', body: '各层', head: '输出层' };

/** Words about models. */
export const models: typeof english = {
  name: { bag: '词袋', linear: '线性', mlp: '多层感知机', cnn: '卷积网络', lstm: 'LSTM' },
  help: {
    bag: '每个词和每个 n 元组在表中都有一行数；一段文本变成它各行的平均，越能区分类别的权重越大，经过 ReLU 之后再由一个线性层变成每个类别的得分。这些数开始时是随机的，每批之后都移动一点，使正确的类别更有可能。',
    linear:
      '每个词和 n 元组对每个类别各有一个权重，一段文本的得分就是它们的总和，各按 TF-IDF 计：在本文中常见、在别处少见的分量大。用 softmax 就是逻辑回归，用平方合页就是线性支持向量机，无论哪一种，更大的模型都该先胜过这条基准线。',
    mlp: '它读的是与线性模型相同的 TF-IDF 特征。在特征与答案之间有几层单元，把它们的总和弯曲，使特征能够配合起来。',
    cnn: '每个词有一个向量，卷积核一次滑过几个相邻的词。每个卷积核只取全文中最强的一处：它寻找短语，而不在乎短语出现在哪里。',
    lstm: '逐词阅读，并带着一组状态向前走；门决定忘记什么、记入什么、显示什么。因此词的先后在任何距离上都有作用，代价是每个词都要走一步。',
  },
  phrase: ({ model, text }) => {
    const units = UNITS[text.order] ?? LONG;
    switch (model.model) {
      case 'bag':
        return `一个装着${units}的词袋`;
      case 'linear':
        return `一个基于${units}${WEIGHTS[model.weighting]} 的线性模型`;
      case 'mlp':
        return `一个基于${units}${WEIGHTS[model.weighting]} 的多层感知机`;
      case 'cnn':
        return '一个卷积网络';
      case 'lstm':
        return model.bidirectional ? '一个双向 LSTM' : '一个 LSTM';
    }
  },
  size: ({ model }) => {
    switch (model.model) {
      case 'bag':
        return `宽度 ${number(model.width)}`;
      case 'linear':
        return loss[model.loss];
      case 'mlp':
        return `${number(model.layers)} 层 × ${number(model.units)} 单元`;
      case 'lstm': {
        const { layers, units, upperUnits } = model;
        const above = layers > 1 && upperUnits > 0 && upperUnits !== units;
        if (!above) return `${number(layers)} 层 × ${number(units)} 单元`;
        const upper =
          layers > 2 ? `${number(layers - 1)} × ${number(upperUnits)}` : number(upperUnits);
        return `${number(units)} + ${upper} 单元`;
      }
      case 'cnn':
        return `${number(model.shortest)} 到 ${number(model.longest)} 词的卷积核各 ${number(model.filters)} 个`;
    }
  },
  preset: '模型',
  presets: {
    standard: '词袋',
    thorough: '词袋（细致）',
    linear: '线性（TF-IDF）',
    mlp: '多层感知机',
    cnn: '卷积网络',
    lstm: 'LSTM',
  },
  changed: (preset) => `${preset}（已改动）`,
  presetHelp: {
    standard: '单词和词对；只要几秒，而且很难超过。',
    thorough:
      '单词、词对和三词组，对标签更谨慎，最后用训练和验证数据重新训练一遍：大约慢五倍，能高出零点几个百分点。',
    linear: '每个词和词对一个权重：只要几秒，是要胜过的基准线。',
    mlp: '在 TF-IDF 之上加隐藏单元；几秒到几分钟。',
    cnn: '寻找几个词的短语；在 GPU 上要几分钟，在处理器上更久。',
    lstm: '按顺序逐词阅读；最慢，为 GPU 而设。',
    twin: '文章里的一个模型；下面说明它是什么。',
    own: '在“细节”里改动过；选择一种模型即可恢复它原来的设置。',
  },
  estimate: {
    size: (parameters, memoryBytes, isExact) =>
      isExact
        ? `要学 ${number(parameters)} 个数，训练时占内存 ${bytes(memoryBytes)}。`
        : `最多约要学 ${number(rounded(parameters))} 个数，训练时占内存 ${bytes(rounded(memoryBytes))}；数过词之后才准确。`,
    calls: (dispatches) => `每步调用设备 ${number(dispatches)} 次。`,
    tooLarge: (needed, most) =>
      `其中一整块要占 ${bytes(needed)}，而较弱的机器一次只允许 ${bytes(most)}。请减少词或 n 元组、宽度、批大小或最大文本长度。`,
    measure: '要花多久？',
    measureHelp: '在这台设备上试训练五秒，结果丢弃。',
    measuring: '正在测量，约五秒……',
    expected: (seconds, rate) =>
      `在这台设备上大约需要${duration(seconds)}：每秒 ${number(Math.round(rate))} 行。`,
  },
  rate: {
    title: '寻找学习率',
    help: '在最多 150 步内把学习率从极小升到极大，观察损失，结果不保留。好的学习率在损失陡降之处，远在它回升之前。建议值是损失最低处学习率的十分之一。',
    run: '试一试',
    running: '正在尝试……',
    stop: '停止',
    suggested: (rate) => `建议：${rate.toString()}`,
    none: '损失始终没有明显下降，无法给出建议。',
    use: '采用',
    used: '正在使用',
    loss: '损失',
    caption: '训练行上的损失（平滑后）随学习率的变化，横轴按十的幂。',
    label: (least, most) => `学习率从 ${number(least, 7)} 到 ${number(most, 2)} 时的损失`,
  },
  target: {
    title: '区分什么',
    kinds: { all: '所有类别', one: '一个类别与其余', two: '两个类别' },
    first: '类别',
    second: '另一类',
    choose: '请选择类别',
    short: ({ kind, names }) => {
      if (kind === 'all') return null;
      return kind === 'one' ? `${names[0]}与其余` : `${names[0]}与${names[1]}`;
    },
  },
  start: {
    title: '从哪里开始',
    fresh: '新的权重',
    run: (n, model, dataset) => `第 ${number(n)} 次训练：${model}，${dataset}`,
    help: '接续另一次训练时，沿用它的词表、词向量和各层；类别不同时换上新的输出层。大小与原来不同的部分，会重新抽取。',
    words: (n) => `词和 n 元组沿用第 ${number(n)} 次训练的。`,
    gone: '一次已删除的训练',
    short: (n) => `接续第 ${number(n)} 次`,
    tableRate: '词表的速率',
    bodyRate: '各层的速率',
    rateHelp: '乘以学习率，0 到 1；0 表示保持不动。',
    reused: ({ run, parts, fresh }) => {
      const kept = parts.map(({ name, numbers, rate }) => {
        const moved = rate === 0 ? '，冻结' : rate === 1 ? '' : `，学习率的 ${String(rate)} 倍`;
        return `${part[name]}（${number(numbers)} 个数${moved}）`;
      });
      const anew = fresh.map(({ name, numbers }) => `${part[name]}（${number(numbers)}）`);
      if (kept.length === 0)
        return `它沿用第 ${number(run)} 次训练的词，其余都是新的：${list(anew)}。`;
      const rest = anew.length === 0 ? '' : `；新的：${list(anew)}`;
      return `它接续第 ${number(run)} 次训练：${list(kept)}${rest}。`;
    },
  },
  twins: {
    title: '文章里的模型',
    intro: '本页所依据的代码，每段各有“照印”和“本意”两种。一个小小的差别，就决定模型能不能学会。',
    article: {
      mlp: 'PyTorch 多层感知机：100 个输入、50 个隐藏单元、一个输出',
      lstm: 'Keras LSTM：10,000 词、长度 200、一个输出',
      stacked: 'Keras 双层 LSTM：128 和 64 单元，softmax',
    },
    reading: { printed: '照印', meant: '本意' },
    printed: {
      mlp: '最强的 100 个 TF-IDF 词项，50 个 ReLU 单元，一个输出送进 BCELoss；SGD，学习率 0.001，每批 64 行，十轮。',
      lstm: '文本截断或填充到 200 词，连填充一起读；词向量和 LSTM 均为 128，失活和循环失活 0.2，一个 sigmoid 输出；Adam，每批 128 行，十轮。',
      stacked:
        '文本截断或填充到 200 词，连填充一起读；128 单元的 LSTM 之上再叠 64 单元的一层，对各类别做 softmax；Adam，每批 32 行，十轮。',
    },
    refused: '无法训练。',
    refusal: {
      bceLogits:
        'PyTorch 拒绝这段代码：它把未经 sigmoid 的得分送进 BCELoss，而后者只接受 0 到 1 之间的概率。',
    },
    use: '采用这些设置',
    used: '正在使用',
    binary: (name) =>
      name === null
        ? '只有一个输出：它把一个类别与其余分开。'
        : `只有一个输出：它把“${name}”与其余分开；其他类别可在“细节”里选。`,
    differs: '与照印的不同之处：',
    difference: {
      sigmoid: '输出经过 sigmoid：原代码把未经处理的得分送进 BCELoss，而它要的是概率。',
      softmax:
        '每个类别一个输出，用 softmax：原代码只有一个 sigmoid，照印只能把一个类别与其余分开。',
      mask: '跳过短文本后面的填充：没有掩码时，LSTM 在最后一个词之后还要读多达两百个填充，早已忘掉正文，数百步内都停留在瞎猜的水平。',
      rate: '学习率为 0.1 而不是 0.001：照印时，十轮普通 SGD 几乎不动权重，模型对一切都答“否”。',
      cut: '长文本保留开头：Keras 截去开头。',
      unknown: '词表外的词留下记号：Keras 的 Tokenizer 把它们丢掉，前后的词就挨在了一起。',
    },
    quoted:
      '文章称其 LSTM 达到 85.29 %：这不对应 7,600 行测试数据中的任何整数，而且代码只有一个输出却有四个类别，因此无法与这里的结果相比。',
    presets: {
      mlpPrinted: '文章的多层感知机（照印）',
      mlpMeant: '文章的多层感知机（本意）',
      lstmPrinted: '文章的 LSTM（照印）',
      lstmMeant: '文章的 LSTM（本意）',
      stackedPrinted: '文章的双层 LSTM（照印）',
      stackedMeant: '文章的双层 LSTM（本意）',
    },
  },
};
