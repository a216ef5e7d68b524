// Simplified Chinese: the ways in that are no files: paste, an address, texts typed on the page.
import { formatOf } from '../format';
import type { bring as english } from '../en/bring';

const { number, bytes } = formatOf('zh');
const texts = (n: number) => `${number(n)} 篇`;

/** Words of the ways in beside the files. */
export const bring: typeof english = {
  paste: {
    label: '粘贴的文本',
    help: '从电子表格复制的表格、CSV、JSON，或带标签的行。在这一页的其他地方粘贴，会立即读入。',
    read: '读入',
    lines: (n) => `${number(n)} 行`,
  },
  address: {
    label: '文件的网址',
    fetch: '下载',
    help: (most) =>
      `CSV、TSV、JSON、Parquet、文本或它们的压缩包，最大 ${bytes(most)}。按下按钮之前，不会发出任何请求。`,
    unknown: '这不是可以下载的网址；它应以 https:// 开头。',
    goes: (host) =>
      `按下按钮会向 ${host} 发出一个请求；与点击任何链接一样，对方会知道你要哪个文件、从哪里来。除此之外什么都不会离开这个浏览器：没有你的数据，没有 Cookie，也没有本页的网址。`,
  },
  nothing: {
    help: (least) =>
      `给类别起名，再在每一类下面输入或粘贴文本，一行一篇。每类满 ${number(least)} 篇就能训练。你输入的内容会随时保存在这个浏览器里。`,
    class: (n) => `类别 ${number(n)}`,
    nameOf: (n) => `类别 ${number(n)} 的名称`,
    textsOf: (name) => `“${name}”的文本，一行一篇`,
    oneALine: '一行一篇',
    count: texts,
    add: '再加一类',
    remove: '删去',
    removeOf: (name) => `删去“${name}”及其文本`,
    train: '用这些训练',
    keep: '存为数据集',
    change: '保存改动',
    edit: '编辑文本',
    restart: '从头再来',
    undo: '撤销所有改动',
    ask: '尚未存入的内容会丢掉。',
    yes: '丢掉',
    no: '留着',
    enough: '已经够训练了。',
    noRoom: '浏览器已没有空间保存草稿：请现在就存为数据集。',
    lack: {
      name: '有一类还没有名称。',
      same: (name) => `有两类都叫“${name}”。`,
      classes: '至少要有两类带文本。',
      many: (found, most) =>
        `共有 ${texts(found)}；超过 ${number(most)} 篇的，最好存成文件再拖到这里。`,
      rows: (name, missing) => `“${name}”还差 ${texts(missing)}不同的文本才能训练。`,
    },
  },
};
