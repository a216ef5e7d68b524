// Simplified Chinese: the recipe of cleaning as the reader's own: missing fields, own rules, undo, and the recipe as a file.
import type { MissingSettings } from '../../core/settings';
import type { recipe as english } from '../en/recipe';
import { formatOf } from '../format';

const { number } = formatOf('zh');

const how: Record<MissingSettings['how'], string> = {
  drop: '这一行不参加训练',
  fill: '在空栏里填一个词',
  repeat: '在空栏里重复另一栏',
};

/** What engines say of a pattern, where it is known; anything else is shown as it is. */
const REASONS: Partial<Record<string, string>> = {
  'Unterminated group': '括号没有闭合',
  "Unmatched ')'": '多了一个右括号',
  'Nothing to repeat': '重复符号前面没有可重复的内容',
  'Lone quantifier brackets': '花括号要写成 \\{',
  'Unterminated character class': '方括号没有闭合',
  'Range out of order in character class': '方括号里的范围前后颠倒',
  'numbers out of order in {} quantifier': '花括号里的两个次数前后颠倒',
  'Invalid escape': '反斜杠后面的字符不能这样写',
  '\\ at end of pattern': '末尾多了一个反斜杠',
  'Invalid group': '这种括号写法无效',
  'Invalid capture group name': '组名无效',
  'Invalid property name': '没有这种 Unicode 属性',
};

const refusal: typeof english.refusal = (finding) => {
  switch (finding.why) {
    case 'empty':
      return '还没有填写要查找的内容。';
    case 'long':
      return `最多 ${number(finding.most)} 个字符。`;
    case 'pattern':
      return `这不是正确的正则表达式：${REASONS[finding.reason] ?? finding.reason}。`;
    case 'group':
      return `替换内容用到了第 ${finding.group} 组，但表达式只有 ${number(finding.groups)} 个组。要写美元符号请用 $$。`;
    case 'json':
      return `这不是 JSON：${finding.reason}。`;
    case 'other':
      return '这不是本页面的清洗配方。';
    case 'version':
      return `版本应为 1，实际是 ${finding.found}。请刷新页面，取得最新版本。`;
    case 'unknown':
      return '没有这样的规则或设置。';
    case 'value':
      return `这里不能是这个值：${finding.found}。`;
    case 'many':
      return `最多 ${number(finding.most)} 个。`;
  }
};

/** Words of the recipe. */
export const recipe: typeof english = {
  refusal,
  groups: {
    structure: '结构：文件留下的痕迹',
    noise: '噪声：作者和转发者留下的痕迹',
  },
  quiet: (n) => `另有 ${number(n)} 条规则在这里没有找到什么`,
  missing: { what: '怎样处理这样的行', how, word: '填入的词' },
  steps: {
    undo: '撤销',
    redo: '重做',
    undone: (what) => `已撤销：${what}。`,
    redone: (what) => `已重做：${what}。`,
    change: {
      rule: (name, isOn) => `${isOn ? '打开' : '关闭'}“${name}”`,
      own: '自定规则的改动',
      missing: '缺失栏目的处理方式',
      agencies: '通讯社名称的改动',
      several: '同时几处改动',
    },
  },
  own: {
    title: '自定规则',
    standfirst: '查找并替换：排在上面各条规则之后，依次进行，每条一次。',
    help: '每条规则查找一段文字或一个正则表达式，换成别的内容；每一行都这样处理，以后向模型提问的文字也一样。运行太久的规则会被停下并指明；关着的规则不会运行。',
    add: '添加规则',
    full: (most) => `已有 ${number(most)} 条规则，不能再添加。`,
    rule: (n) => `自定规则 ${n}：`,
    nothing: '（删去）',
    off: '已关闭，不运行',
    find: '查找',
    replace: '替换为',
    isPattern: '正则表达式',
    matchCase: '区分大小写',
    wholeWords: '只找完整的词',
    patternHelp:
      '写法同 JavaScript，按 Unicode 处理：\\d+ 查找数字，(a|b) 是一个组，替换内容里的 $1 代表第一组找到的内容。',
    preview: (changed, rows) =>
      changed === 0
        ? `在前 ${number(rows)} 行里没有找到。`
        : `前 ${number(rows)} 行里有 ${number(changed)} 行会改动。`,
    save: '保存规则',
    cancel: '取消',
    edit: '编辑',
    editOf: (n) => `编辑自定规则 ${n}`,
    up: '上移',
    upOf: (n) => `上移自定规则 ${n}`,
    down: '下移',
    downOf: (n) => `下移自定规则 ${n}`,
    remove: '删除',
    removeOf: (n) => `删除自定规则 ${n}`,
  },
  file: {
    title: '整份配方',
    standfirst: '把这一页的全部选择存成 JSON。每个模型都带着训练时所用的配方。',
    copy: '复制',
    save: '存为文件',
    read: '采用另一份配方',
    fromFile: '从文件读取',
    fromText: '或粘贴在这里',
    take: '采用',
    refused: (n) => `没有采用这份配方：有 ${number(n)} 处不能用。`,
    said: {
      copied: '配方已复制。',
      refused: '这个浏览器不允许页面复制，配方写在上面的框里。',
      taken: '已采用这份配方。要恢复原来的，请撤销。',
    },
    help: '配方包括各条规则的开关、通讯社名称、缺失栏目的处理方式和自定规则。某次训练的设置链接也带有配方。',
  },
};
