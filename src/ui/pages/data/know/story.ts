// The survey in words: its headline, and what a reader should know first.
import type { Survey } from '../../../../core/survey';
import type { Catalogue } from '../../../../i18n/catalogue';

type Words = Catalogue['know'];

/** What the survey found about repeats. */
export function sayHeadline(words: Words, { groups }: Survey): string {
  return words.headline(groups.equal, groups.equalAcross, groups.near);
}

/** The other findings that matter most; what is not the case is left out. */
export function sayStandfirst(words: Words, survey: Survey): (string | false)[] {
  const { groups, rows, copies, leaking, majority } = survey;
  const [leak] = leaking;
  return [
    copies > 0 && words.testCopies(copies, rows.test),
    groups.conflict.groups > 0 && words.conflicts(groups.conflict.groups),
    leaking.length > 0 &&
      leak.accuracy > majority &&
      words.leak(leak.word, leak.accuracy, majority),
  ];
}
