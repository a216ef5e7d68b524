// Simplified Chinese: every fault as a sentence with place, expectation and finding.
import type { FaultWords, FirstFaultKey } from '../faults';
import { formatOf } from '../format';

const { number, bytes } = formatOf('zh');

/** A sentence for every fault that the first place may meet. */
export const faults: FaultWords<FirstFaultKey> = {
  'file.empty': (v) => `${v.file} 是空的：应有文本行，却一行也没有。`,
  'file.binary': (v) =>
    `${v.file} 不是文本文件：第 ${number(v.at)} 字节处有文本里不会出现的控制字符。这里可以读 CSV、TSV、JSON、Parquet、网页和文本。`,
  'file.excel': (v) =>
    `${v.file} 是 Excel 文件，这里不能读取。请打开它，把工作表另存为 UTF-8 编码的 CSV，再拖到这里。`,
  'file.encoding': (v) =>
    `${v.file} 不是 UTF-8 编码：第 ${number(v.at)} 字节处的字符有误。请另存为 UTF-8。`,
  'file.charset': (v) =>
    `${v.file} 按 ${v.charset} 编码读取，但第 ${number(v.at)} 字节之后有字符有误。请换一种编码，或另存为 UTF-8。`,
  'file.gzip': (v) => `${v.file} 不完整或已损坏：压缩数据在 ${bytes(v.at)} 之后中断。请重新下载。`,
  'file.unknown': (v) =>
    `这里读不了 ${v.file} 这种文件；可以读 CSV、TSV、JSON、Parquet、网页和文本，在 zip、tar 或 gzip 里的也行。`,
  'file.unreadable': (v) => `无法读取 ${v.file}：${v.reason}`,
  'files.none': () =>
    '这些文件都不是数据集：应为 CSV、TSV、JSON、Parquet 或逐行的数据，或每类一个文件夹的文本或网页。',
  'files.noText': () => '只有类别名还不是数据集：请加上 train.csv，或先打开要命名的数据集。',
  'files.whose': (v) => `${v.file} 可能属于当前打开的数据集，也可能是新的数据集。请说明。`,
  'texts.bad': (v) =>
    `${v.folder} 的 ${number(v.rows)} 个文件中有 ${number(v.bad)} 个不是文本，第一个是 ${v.file}。请去掉它们，或选择它们的字符集。`,
  'csv.columns': (v) =>
    `${v.file} 第 ${number(v.line)} 行：应有 ${v.expected} 列（含标签），实际有 ${v.found} 列。`,
  'csv.quote': (v) =>
    `${v.file}：第 ${number(v.line)} 行开始的引号没有结束。请补上引号；若引号属于正文，请写成两个。`,
  'csv.labels': (v) =>
    `${v.file}：${number(v.rows)} 行中有 ${number(v.bad)} 行的标签不在已知的 ${v.classes} 个类别之中，第一处在第 ${number(v.line)} 行（“${v.found}”）。`,
  'csv.longRow': (v) =>
    `${v.file}：从第 ${number(v.line)} 行开始的一条数据超过 ${bytes(v.mostBytes)}，多半是那里有引号没有结束，或缺少换行。`,
  'csv.splits': (v) =>
    `${v.file}：${number(v.rows)} 行中有 ${number(v.bad)} 行写着无法识别的划分，第一处在第 ${number(v.line)} 行（“${v.found}”）。可识别的有：${v.known}。请改名，或另选一列作划分，或不选。`,
  'csv.tooManyBad': (v) =>
    `${v.file}：${number(v.rows)} 行中有 ${number(v.bad)} 行无法使用，第一处在第 ${number(v.line)} 行（${v.found} 个字段）。这看起来不是带标签的数据集。`,
  'row.fields': (v) => `第 ${number(v.line)} 行：应有 ${v.expected} 个字段，实际有 ${v.found} 个。`,
  'row.label': (v) =>
    `第 ${number(v.line)} 行：标签“${v.found}”不在已知的 ${v.classes} 个类别之中。`,
  'row.empty': (v) => `第 ${number(v.line)} 行：没有文本。`,
  'row.noLabel': (v) => `第 ${number(v.line)} 行：没有标签。`,
  'row.split': (v) =>
    `第 ${number(v.line)} 行：“${v.found}”不是 train、validation、test 之类的部分名。`,
  'row.quote': (v) => `第 ${number(v.line)} 行：引号里的文本越过了行尾，一直到下一个引号。`,
  'row.json': (v) => `第 ${number(v.line)} 行：不是完好的 JSON 对象。`,
  'classes.few': (v) =>
    `${v.file} 只列出 ${v.names} 个类别，但数据里有标签“${v.label}”。请补全类别名。`,
  'classes.one': (v) => `${v.file} 只有一个类别（“${v.label}”）；分类至少需要两个类别。`,
  'classes.many': (v) =>
    `${v.file}：不同的标签超过 ${number(v.most)} 个，例如第 ${number(v.line)} 行的“${v.found}”。标签多半在另一列。`,
  'space.full': (v) =>
    `这个页面的存储空间已满：还需要 ${bytes(v.neededBytes)}，${v.freeBytes === null ? '浏览器不再提供空间' : `只剩 ${bytes(v.freeBytes)}`}。请删除一个数据集或一次训练；已存的内容没有丢失。`,
  'space.files': (v) =>
    `这些文件共 ${bytes(v.neededBytes)}，而浏览器只允许这个页面再用 ${bytes(v.freeBytes)}。请删除一个数据集或一次训练，或减少行数；还没有读取任何内容。`,
  'store.blocked': () => '另一个标签页打开着这个页面的旧版本。请关闭它，然后刷新。',
  'store.newer': () => '另一个标签页打开了这个页面的新版本。请刷新这一页。',
  'store.missing': (v) => `${v.what} 已不在这个浏览器里。`,
  'dataset.gone': () => '这个数据集已被删除，也许是在另一个标签页里。',
  'worker.died': (v) =>
    `页面中负责${v.what === 'data' ? '数据' : '训练'}的部分停止了。请刷新页面；已存的内容都在。`,
  cancelled: () => '已取消，之前存的内容没有变化。',
  bug: (v) => `页面出错了：${v.message}`,
};
