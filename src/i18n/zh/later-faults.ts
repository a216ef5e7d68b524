// Simplified Chinese, what follows the first words: faults of settings, trainings, rules and addresses.
import type { FaultWords, LaterFaultKey } from '../faults';
import { formatOf } from '../format';

const { number, bytes } = formatOf('zh');

const JSON_FOUND = {
  object: '一个不含这种数组的对象',
  several: '一个含有多个这种数组的对象',
  values: '由别的值组成的数组',
};

/** A sentence for every other fault. */
export const laterFaults: FaultWords<LaterFaultKey> = {
  'address.refused': (v) =>
    `${v.host} 不允许本页取得这个文件，或者连不上；浏览器不会告知是哪一种。许多服务器只允许自己的网页下载（CORS）。请在新标签页中打开该网址，保存文件，再拖到这里。`,
  'address.mixed': (v) =>
    `本页通过 HTTPS 打开，因此浏览器只允许用 HTTPS 访问 ${v.host}。请改用 https://，或自行下载文件后拖到这里。`,
  'address.offline': (v) => `目前没有网络，因此没有向 ${v.host} 发出请求。请稍后再试，或拖入文件。`,
  'address.status': (v) =>
    `${v.host} 返回状态 ${v.status}${v.status === 404 ? '（找不到）：请检查网址' : v.status === 401 || v.status === 403 ? '（不允许）：可能需要登录。请自行下载文件后拖到这里' : '：请稍后再试，或自行下载文件后拖到这里'}。`,
  'address.page': (v) =>
    `${v.host} 发来的是网页而不是数据。请打开该网址，找到“下载”或“Raw”之类的链接，改用它的网址；或下载文件后拖到这里。`,
  'address.large': (v) =>
    `${v.host} 上的文件超过 ${bytes(v.mostBytes)}，这是下载的上限。请自行下载后拖到这里。`,
  'address.cut': (v) =>
    `与 ${v.host} 的连接在收到 ${bytes(v.at)} 后中断。请重试，或自行下载文件后拖到这里。`,
  'parquet.cut': (v) => `${v.file} 开头是 Parquet 格式，但缺少结尾。请重新下载。`,
  'parquet.footer': (v) => `Parquet 文件 ${v.file} 已损坏：文件末尾的列信息无法读取。请重新下载。`,
  'parquet.rows': (v) =>
    `Parquet 文件 ${v.file} 已损坏：读完 ${number(v.rows)} 行之后无法继续。请重新下载。`,
  'parquet.columns': (v) =>
    `${v.file}：应有文本或数字列，实际只有字节列（${v.binary || '无'}）和嵌套列（${v.nested || '无'}）。请把文本和标签各写成普通的一列。`,
  'parquet.locked': (v) => `${v.file} 已加密。请另存为不加密的文件。`,
  'parquet.codec': (v) =>
    `${v.file}：${v.column} 列用 ${v.codec} 压缩，这里读不了。请改用 snappy、gzip 或 zstd 另存。`,
  'class.taken': (v) => `已经有一个叫“${v.name}”的类别了，请换一个名称。`,
  'class.many': (v) => `一个数据集最多可以有 ${number(v.most)} 个类别。`,
  'train.rows': (v) => `可用来训练的只有 ${number(v.found)} 行，至少需要 ${number(v.needed)} 行。`,
  'train.classes': (v) => `训练数据只有 ${v.found} 个类别，至少需要两个。`,
  'train.busy': () => '已有一次训练或试验正在进行；请先停止它或等它结束。',
  'config.range': (v) =>
    `${v.option} 应在 ${v.least} 到 ${v.most} 之间，现在是${Number.isNaN(v.found) ? '空的' : ` ${v.found}`}。`,
  'config.multiple': (v) => `${v.option} 必须是 ${v.of} 的倍数，现在是 ${v.found}。`,
  'config.widths': (v) =>
    `最窄的卷积核（${v.shortest} 个词）比最宽的（${v.longest} 个词）还宽，请把两者对调。`,
  'config.english': () => '词性只能标注英语文本，而这些文本不是英语。请在“词语”设置里关掉“词性”。',
  'config.fullBatch': (v) =>
    `每步读取全部样本时最多 ${number(v.most)} 行，现在有 ${number(v.rows)} 行。请关闭“每步读取全部样本”，或减少训练行数。`,
  'config.memory': (v) =>
    `这个模型需要一整块 ${bytes(v.neededBytes)} 的内存，而设备最多接受 ${bytes(v.mostBytes)}。请减小批大小、最大文本长度、宽度或词表。`,
  'rule.slow': (v) =>
    `你的第 ${v.rule} 条自定规则（“${v.find}”）运行超过 ${v.seconds} 秒，在${v.split === 'train' ? '训练' : '测试'}第 ${number(v.row)} 行被停下。没有存下任何东西。请关掉这条规则，或改写表达式，不要在重复里再套重复。`,
  'rule.slowText': (v) =>
    `你的第 ${v.rule} 条自定规则（“${v.find}”）在这段文字上运行超过 ${v.seconds} 秒，已被停下。请改动文字；规则是随模型保存的。`,
  'rule.long': (v) =>
    `你的第 ${v.rule} 条自定规则（“${v.find}”）使文本超过 ${number(v.most)} 个字符。请缩短要换成的内容。`,
  'clean.stalled': (v) =>
    `清洗在${v.split === 'train' ? '训练' : '测试'}第 ${number(v.row)} 行停了 ${v.seconds} 秒，但你的自定规则在那里都不慢。没有存下任何东西，请再试一次。`,
  'target.unknown': (v) =>
    v.found === '' ? '请选择要区分的类别。' : `数据集中没有类别“${v.found}”，请另选一个。`,
  'target.same': () => '要区分的两个类别相同，请选择两个不同的类别。',
  'compare.untested': (v) => `第 ${v.run} 次训练没有测试过，无从比较。`,
  'compare.rows': (v) => `第 ${v.run} 次和第 ${v.other} 次训练的测试行或类别不同，不能逐行比较。`,
  'compare.labels': (v) =>
    `在第 ${v.run} 次与第 ${v.other} 次训练的测试之间，有 ${number(v.rows)} 个测试行的标签被改过。请把两次训练都重新测试，再作比较。`,
  'rank.target': (v) =>
    `第 ${v.run} 次训练没有区分全部类别，因此说不出哪些标签可疑。请选择一次学过全部类别的训练。`,
  'start.gone': () => '要接续的那次训练已被删除。请另选一次，或从新的权重开始。',
  'start.other': (v) =>
    `第 ${v.run} 次训练的模型是 ${v.model}：从它开始的训练必须沿用它的模型。请采用它的设置，或从新的权重开始。`,
  'gpu.none': () => '这个浏览器没有 WebGPU，请改用处理器。',
  'gpu.lost': (v) =>
    `第 ${number(v.step)} 步时显卡断开（${v.reason}）。目前最好的权重已保留；请重新训练，或改用处理器。`,
  'gpu.error': (v) => `显卡拒绝了一条命令：${v.reason}`,
  'train.notFinite': (v) =>
    `第 ${number(v.step)} 步时损失不再是数字。请把学习率调小，或设定“斜率上限”。`,
  'archive.broken': (v) =>
    `${v.file} 不完整，或在第 ${number(v.at)} 字节处已损坏。请重新下载，或解压后拖入其中的文件。`,
  'archive.locked': (v) => `${v.file} 需要密码。请解压后拖入其中的文件。`,
  'archive.bomb': (v) =>
    `${v.file} 解压后超过 ${bytes(v.mostBytes)}：最多读取其大小的 ${number(v.mostRatio)} 倍，且不超过 4 GB。`,
  'archive.none': (v) =>
    `${v.file} 里没有可以读取的文件：应为 CSV、TSV、JSON、Parquet、网页或文本，压缩包至多嵌套三层。`,
  'columns.unsure': (v) => {
    if (v.doubt === 'header') return `${v.file}：无法确定第一行是不是列名。请说明。`;
    const found = v.doubt === 'none' ? '没有哪一列像标签' : '不止一列可能是标签';
    return `${v.file}：${found}。请指定标签列，或说明没有标签。`;
  },
  'columns.unknown': (v) => `${v.file} 没有“${v.column}”这一列；现有的列：${v.found}。`,
  'columns.many': (v) =>
    `${v.file} 有 ${number(v.found)} 列；最多读取 ${number(v.most)} 列。请只保留文本列和标签列，再另存。`,
  'columns.noText': (v) => `${v.file}：没有剩下可作文本的列。请至少选一列。`,
  'json.broken': (v) =>
    `${v.file} 第 ${number(v.line)} 行：这里应是一个 JSON 对象，但文件中断了，或混入了别的内容。`,
  'json.form': (v) =>
    `${v.file}：JSON 应是由对象组成的数组，或每行一个对象，而这里是${JSON_FOUND[v.found]}。请另存为每个对象都含文本和标签的形式。`,
  'json.keys': (v) =>
    `${v.file}：每个对象都应有文本，且不能嵌套在别的值里；实际只有 ${v.found || '空对象'}。`,
  'run.gone': () => '这次训练已被删除，也许是在另一个标签页里。',
  'run.rowsGone': (v) => `第 ${v.run} 次训练所用的数据集已被删除，测试用的行也一同删除了。`,
};
