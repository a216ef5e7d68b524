// Simplified Chinese: the room in which rows are labelled by hand, and corrections in the place Use.
import type { QueueKind } from '../../core/labelling';
import type { LabelChange, Split } from '../../core/types';
import type { label as english } from '../en/label';
import { formatOf } from '../format';

const { number, percent, date } = formatOf('zh');
const row = (split: Split, n: number) => `${split === 'test' ? '测试' : ''}第 ${number(n)} 行`;

const QUEUES: Record<QueueKind, string> = {
  unlabelled: '没有标签的行，随机顺序',
  unsure: '没有标签的行，最没把握的在前',
  doubtful: '已有标签的行，标签最可疑的在前',
  all: '训练部分的所有行，随机顺序',
};
const WHO: Record<LabelChange['by'], string> = {
  hand: '手工标注',
  search: '搜索后批量标注',
  use: '在“使用”中更正',
  undo: '撤回',
};

/** Words of the room for labels. */
export const label: typeof english = {
  title: '手工标注',
  standfirst: (labelled, all) =>
    labelled === all
      ? `训练部分的 ${number(all)} 行都有标签，每一行都可以改。`
      : `训练部分的 ${number(all)} 行中，${number(labelled)} 行已有标签。读一段，按下它的类别，下一段就来了。`,
  back: '回到数据',
  noTrain: '还没有用于训练的行，因此没有可标注的内容。',
  desk: {
    title: '当前这一行',
    how: (classes) =>
      classes > 10
        ? '输入类别名的一部分，再按回车。S 跳过，U 撤回上一个标签。'
        : '按类别前的数字键。S 跳过，U 撤回上一个标签。',
    row: (n) => `第 ${number(n)} 行`,
    place: (at, all) => `第 ${number(at)} 个，共 ${number(all)} 个`,
    has: (name) => `标签：${name}`,
    hasNone: '还没有标签',
    reading: '正在读取……',
    opening: '正在找行……',
    empty: '这里没有剩下的行了。换一批行，或者去训练吧。',
    noClasses: '还没有类别。先给两个以上的类别起名。',
    noTitle: '没有标题',
    classes: '类别',
    filter: '查找类别',
    noMatch: '没有叫这个名字的类别。',
    skip: '跳过',
    undo: '撤回',
    noLabel: '去掉它的标签',
    given: (n, name) => `第 ${number(n)} 行：${name}。`,
    cleared: (n) => `第 ${number(n)} 行：没有标签。`,
    skipped: (n) => `跳过了第 ${number(n)} 行。`,
    undone: (n) => `第 ${number(n)} 行恢复原样。`,
    guess: (name, share) => `模型猜是${name}，把握 ${percent(share, 0)}。`,
  },
  progress: {
    title: '进度',
    labelled: (n, all) => `${number(all)} 行中已标注 ${number(n)} 行`,
    session: (n) => `刚才标注了 ${number(n)} 行`,
    left: (n) => `按这个顺序还剩 ${number(n)} 行`,
  },
  queue: {
    title: '标注哪些行',
    kinds: QUEUES,
    seed: '随机种子',
    run: '由哪次训练来排',
    runName: (n) => `第 ${number(n)} 次训练`,
    noRun: '用全部类别训练一次之后，也可以按模型的疑虑来排序。',
    newer: (n) => `第 ${number(n)} 次训练比它新。`,
    again: '重新排序',
    guess: '显示模型的猜测',
    bias: '看到猜测的人容易跟着它走；不看猜测标出来的标签更有价值。',
    help: {
      unlabelled:
        '每一种顺序的可能性都一样，同一个种子给出同一个顺序。因此标注的行是全体的公正样本。',
      unsure:
        '排在前面的行，模型认为最可能的两个类别差不多：在那里，一个标签教给它的最多。这样标出来的行不是公正的样本，请用别的行来评判模型。',
      doubtful:
        '排在前面的行，模型认为已给的标签最不可能。其中不少是数据里的错误，也有的只是难；这次训练学过的行，看上去没有实际那么可疑。',
      all: '训练部分的每一行，不论有没有标签，顺序由一个种子决定。',
    },
  },
  classes: {
    title: '类别',
    add: '添加类别',
    name: '类别名称',
    rename: '改名',
    renameOf: (name) => `给“${name}”改名`,
    save: '保存',
    added: (name) => `已添加“${name}”。`,
    taken: (name) => `已经有一个叫“${name}”的类别了。`,
  },
  bulk: {
    title: '一次标注多行',
    text: '搜索一个词或短语，给含有它的每一行同一个类别。',
    query: '词或短语',
    search: '搜索',
    found: (n, unlabelled) =>
      n === 0
        ? '训练部分没有一行含有它。'
        : `训练部分有 ${number(n)} 行含有它，其中 ${number(unlabelled)} 行没有标签。`,
    to: '标为',
    only: '只标没有标签的行',
    give: (n) => `标注 ${number(n)} 行……`,
    ask: (n, name) => `要把这 ${number(n)} 行都标为“${name}”吗？之后可以整批撤回。`,
    yes: '标注',
    no: '不标',
    done: (changed, had, name) => {
      if (changed === 0) return `没有改动：${number(had)} 行本来就是“${name}”。`;
      const more = had === 0 ? '' : `，另有 ${number(had)} 行本来就是`;
      return `${number(changed)} 行改标为“${name}”${more}。`;
    },
  },
  log: {
    summary: (n) => `标签日志（${number(n)}）`,
    none: '这里还没有改过标签。',
    who: WHO,
    when: (at) => date(at),
    noLabel: '无标签',
    many: (n) => `${number(n)} 行`,
    row,
    share: (n, name) => `${name} ${number(n)} 行`,
    otherLabels: (n) => `其他 ${number(n)} 种标签`,
    comma: '、',
    step: (from, to) => `${from} → ${to}`,
    reverse: '撤回',
    reverseOf: (entry) => `撤回第 ${number(entry)} 次改动`,
    gone: '之后又改过',
    restored: '已撤回：标签与之前相同',
    partly: (n, all) => `${number(all)} 行中 ${number(n)} 行仍是这样`,
    reversed: (n, kept) =>
      kept === 0
        ? `${number(n)} 行恢复了之前的标签。`
        : `${number(n)} 行恢复了之前的标签；另有 ${number(kept)} 行之后又改过，保持不变。`,
    more: '更早的改动',
    csv: '存为 CSV',
    jsonl: '存为 JSON 行',
    help: '什么都不会被覆盖：撤回也是一次新的改动。导出的文件里每行一条，写明时间、改动前后的标签和原文。',
  },
  use: {
    no: '不对，应该是……',
    which: '正确的类别',
    gone: '它的数据集已被删除，正确答案没有地方可放了。',
    added: (name, n) => `已作为第 ${number(n)} 行加入数据，标签是${name}。`,
    relabelled: (split, name, n) =>
      `数据里已有这段文字，是${row(split, n)}；它的标签现在是${name}。`,
    known: (split, name, n) =>
      split === 'test'
        ? `这是测试部分的第 ${number(n)} 行，标签是${name}。它不参加训练，否则测试就不公正了。`
        : `数据里已有这段文字，是第 ${number(n)} 行，标签是${name}。`,
    list: '你的更正',
    listOf: (n) => `针对第 ${number(n)} 次训练，它还没有学过这些。`,
    takeBack: '撤回',
    takeBackOf: (text) => `撤回：${text}`,
    again: '带上它们再训练一次',
    training: '正在训练……',
    seeTraining: '去看看',
    busy: '正在训练。',
    before: '之前与之后',
    standfirst: (was, now) =>
      `第 ${number(was)} 次训练原来的回答，与学过你的更正的第 ${number(now)} 次训练。`,
    thisText: '上面这段文字',
    text: '文本',
    right: '正确答案',
    run: (n) => `第 ${number(n)} 次`,
    changed: '变了',
    answer: (name, share) => `${name}，${percent(share, 0)}`,
    tally: (was, now, all) =>
      `${number(all)} 条中，之前答对 ${number(was)} 条，现在 ${number(now)} 条。`,
    help: '更正过的文字会加入训练部分的行；其中约十分之一留作验证，不参加学习。成千上万行里的一个例子不一定能扭转回答，同类的几个例子就可以。',
  },
};
