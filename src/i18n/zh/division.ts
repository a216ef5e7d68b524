// Simplified Chinese: how the rows are divided, and what that gives.
import { formatOf } from '../format';
import type { division as english } from '../en/division';

const { number } = formatOf('zh');

/** Words of the division of rows. */
export const division: typeof english = {
  title: '划分',
  standfirst: '接着把留下的行分开：大部分用来学习，一部分边训练边检验，一部分封存到测试时才打开。',
  settings: '怎样划分',
  gives: '各份得到多少',
  finding: (train, validation, test) =>
    `${number(train)} 行用来学习，${number(validation)} 行用来检验，${number(test)} 行用来测试。`,
  heldOut: '没有测试部分，因此测试行取自训练文件。',
  sampled: '这是抽样，其余的行不用。',
  noCheck: '没有剩下可检验的行，因此无从判断哪一轮最好。',
  clipped: {
    validation: (wanted, found) =>
      `要求留 ${number(wanted)} 行用来检验，实际只有 ${number(found)} 行可用。`,
    test: (wanted, found) =>
      `要求留 ${number(wanted)} 行用来测试，实际只有 ${number(found)} 行可用。`,
  },
  fewerThanChecked: (learned, checked) =>
    `用来学习的只有 ${number(learned)} 行，用来检验的却有 ${number(checked)} 行。请少留一些。`,
  few: (learned, least) =>
    `用来学习的只有 ${number(learned)} 行，平均每类不到 ${number(least)} 行，学到的多半是偶然。`,
  near: (n) => `有 ${number(n)} 行与文件留作验证或测试的行几乎相同，因此不用。`,
  class: '类别',
  sets: { train: '训练', validation: '检验', test: '测试' },
  all: '合计',
  more: (n) => `另外 ${number(n)} 类`,
  waits: '还没有可学的行。',
  help: '一行只属于一份。模型从第一份学习，用第二份挑出最好的一轮，模型完成后才打开第三份。同一类之内由种子随机决定；每一类都按比例分给各份，精确到一行。',
};
