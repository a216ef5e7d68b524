// English: the recipe of cleaning as the reader's own: missing fields, own rules, undo, and the recipe as a file.
import type { OwnRefusal } from '../../core/own-rule';
import type { MissingSettings } from '../../core/settings';
import { formatOf } from '../format';

const { number, plural } = formatOf('en');

const how: Record<MissingSettings['how'], string> = {
  drop: 'Leave the row out of train',
  fill: 'Put a word in the empty field',
  repeat: 'Repeat the other field there',
};

/** Why a rule or a recipe is not taken over; the last three are of recipes alone. */
type Finding =
  | OwnRefusal
  | { why: 'json'; reason: string }
  | { why: 'other' | 'unknown' }
  | { why: 'version' | 'value'; found: string }
  | { why: 'many'; most: number };

function refusal(finding: Finding): string {
  switch (finding.why) {
    case 'empty':
      return 'There is nothing to look for yet.';
    case 'long':
      return `At most ${number(finding.most)} characters are taken.`;
    case 'pattern':
      return `This is no regular expression: ${finding.reason}.`;
    case 'group':
      return `The replacement names group ${finding.group}, but the pattern has ${number(finding.groups)} ${plural(finding.groups, 'group', 'groups')}. Write $$ for a dollar sign.`;
    case 'json':
      return `This is no JSON: ${finding.reason}.`;
    case 'other':
      return 'This is no cleaning recipe of this page.';
    case 'version':
      return `Expected version 1, found ${finding.found}. Reload the page for its newest version.`;
    case 'unknown':
      return 'There is no such rule or setting.';
    case 'value':
      return `This value cannot stand here: ${finding.found}.`;
    case 'many':
      return `At most ${number(finding.most)} are taken.`;
  }
}

/** Words of the recipe. */
export const recipe = {
  refusal,
  groups: {
    structure: 'Structure: what the file left behind',
    noise: 'Noise: what writers and senders left behind',
  },
  quiet: (n: number) =>
    `${number(n)} more ${plural(n, 'rule', 'rules')} that ${plural(n, 'finds', 'find')} nothing here`,
  missing: { what: 'What happens to such a row', how, word: 'Word' },
  steps: {
    undo: 'Undo',
    redo: 'Redo',
    undone: (what: string) => `Undone: ${what}.`,
    redone: (what: string) => `Done again: ${what}.`,
    change: {
      rule: (name: string, isOn: boolean) => `“${name}” switched ${isOn ? 'on' : 'off'}`,
      own: 'a change of your own rules',
      missing: 'another way with missing fields',
      agencies: 'other agency names',
      several: 'several changes at once',
    },
  },
  own: {
    title: 'Your own rules',
    standfirst: 'Find and replace, after all rules above and in this order, each once.',
    help: 'A rule looks for a plain text or a regular expression and puts something else in its place, in every row and in every text that the model is asked about later. A rule that runs too long is stopped and named; one that is off is not tried.',
    add: 'Add a rule',
    full: (most: number) => `There are ${number(most)} rules; more are not taken.`,
    rule: (n: number) => `Own rule ${n}:`,
    nothing: 'nothing',
    off: 'off: not tried',
    find: 'Find',
    replace: 'Replace with',
    isPattern: 'regular expression',
    matchCase: 'case matters',
    wholeWords: 'whole words only',
    patternHelp:
      'As in JavaScript, with Unicode: \\d+ finds digits, (a|b) is a group, and $1 in the replacement stands for what the first group found.',
    preview: (changed: number, rows: number) =>
      changed === 0
        ? `Finds nothing in the first ${number(rows)} rows.`
        : `Changes ${number(changed)} of the first ${number(rows)} rows.`,
    save: 'Keep the rule',
    cancel: 'Cancel',
    edit: 'Edit',
    editOf: (n: number) => `Edit own rule ${n}`,
    up: 'Up',
    upOf: (n: number) => `Move own rule ${n} up`,
    down: 'Down',
    downOf: (n: number) => `Move own rule ${n} down`,
    remove: 'Remove',
    removeOf: (n: number) => `Remove own rule ${n}`,
  },
  file: {
    title: 'The whole recipe',
    standfirst:
      'All of this page’s choices as JSON. Every model keeps the recipe it was trained with.',
    copy: 'Copy',
    save: 'Save as a file',
    read: 'Take over another recipe',
    fromFile: 'From a file',
    fromText: 'Or pasted here',
    take: 'Take over',
    refused: (n: number) =>
      `The recipe was not taken over: ${number(n)} ${plural(n, 'part', 'parts')} cannot be used.`,
    said: {
      copied: 'The recipe is copied.',
      refused: 'This browser does not let the page copy. The recipe stands in the field above.',
      taken: 'The recipe is taken over. Undo brings the old one back.',
    },
    help: 'The recipe holds which rules are on, the agency names, the way with missing fields, and your own rules. A link to a run’s settings carries it too.',
  },
};
