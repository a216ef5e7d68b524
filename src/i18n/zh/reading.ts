// Simplified Chinese: how files are read, and how somebody changes that.
import type { reading as en } from '../en/reading';
import { formatOf } from '../format';

const { number } = formatOf('zh');

/** Words about reading files. */
export const reading: typeof en = {
  title: '文件的读取方式',
  standfirst: '这是文件的前几行。请说明每一列的用途，然后读取。',
  standfirstTexts: '每个文件是一篇文本。请确认字符编码正确，然后读取。',
  again: '重新读取会用新的数据集取代现在的这个；训练好的模型会保留。',
  beside: '你亲手标注过这个数据集的行，所以它会原样保留；现在读取的内容会成为另一个数据集。',
  waits: '正在查看文件……',
  change: '更改读取方式',
  dropAgain: '想换一种读法，请重新拖入这些文件。',
  files: '文件',
  readFile: (file) => `读取 ${file}`,
  shown: '显示的文件',
  charset: '字符编码',
  asFound: (charset) => `按检测结果：${charset}`,
  charsetBy: {
    mark: '由文件开头的字节顺序标记得知',
    sound: '看过的部分都是正确的 UTF-8',
    guess: '根据字符推测',
    choice: '按你的选择',
  },
  delimiter: '字段的分隔符',
  delimiters: {
    ',': '逗号',
    '\t': '制表符',
    ';': '分号',
    '': '没有：每行是一篇文本',
    ' ': '空格，在每行开头的标签之后',
  },
  form: {
    separated: '分隔的字段',
    'labelled-lines': '以标签开头的行',
    lines: '每行一篇文本',
    'json-lines': 'JSON，每行一个对象',
    'json-array': 'JSON 数组',
    parquet: 'Parquet',
  },
  header: '第一行是列名',
  hasHeader: '有表头',
  noHeader: '无表头',
  line: '行号',
  table: '前几行',
  column: (n) => `第 ${number(n)} 列`,
  others: (n) => `还有 ${number(n)} 列没有显示。按名称查找：`,
  show: (column) => `显示“${column}”`,
  roleOf: (column) => `“${column}”的用途`,
  role: { text: '文本', label: '标签', split: '划分', id: '编号', unused: '不使用' },
  different: (n, rows) => `${number(rows)} 行中有 ${number(n)} 种值`,
  roles:
    '可以有多列文本，它们各成一个字段。“划分”列的值是 train、validation、test 之类；“编号”会随行显示和导出。',
  noLabel: '没有标签列：所有行都不带标签读入，之后可以在这个页面上标注。',
  noText: '请至少选择一列文本。',
  fileRole: {
    train: '用于训练',
    validation: '用于训练，留作验证',
    test: '用于测试',
    classes: '类别名称',
    texts: '每个文件一篇文本，文件夹名就是标签',
    other: '不读取',
  },
  read: '读取',
  readAgain: '重新读取',
  unsure: {
    none: (file) => `${file} 里没有哪一列像标签。请选择一列，或不带标签读入。`,
    several: (file) => `${file} 里不止一列可能是标签。请选出正确的一列。`,
    header: (file) => `无法确定 ${file} 的第一行是列名还是普通的一行。请在下面说明，然后读取。`,
  },
  whose: (file, dataset) =>
    `${file} 可能是当前数据集“${dataset}”所缺的部分，也可能是另一个数据集。是哪一种？`,
  complete: (dataset) => `补全“${dataset}”`,
  apart: '作为新数据集',
  many: (file, most) =>
    `${file} 里不同的标签超过 ${number(most)} 个，这一列也许不是标签。请另选一列，或就用这么多类别，或不带标签读入。`,
  manyTooMany: (file, most) =>
    `${file} 里不同的标签超过 ${number(most)} 个，再多就无法区分了。请另选一列，或不带标签读入。`,
  goOn: '就用这么多类别',
  unlabelled: '不带标签读入',
};
