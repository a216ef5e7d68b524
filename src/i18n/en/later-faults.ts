// English, what follows the first words: faults of settings, trainings, rules and addresses.
import type { FaultWords, LaterFaultKey } from '../faults';
import { formatOf } from '../format';

const { number, bytes, plural } = formatOf('en');

const JSON_FOUND = {
  object: 'an object without such an array',
  several: 'an object with several such arrays',
  values: 'an array of something else',
};

/** A sentence for every other fault. */
export const laterFaults: FaultWords<LaterFaultKey> = {
  'address.refused': (v) =>
    `${v.host} did not let this page have the file, or could not be reached; browsers do not tell which. Many servers allow only their own pages to fetch (CORS). Open the address in a new tab, save the file, and drop it here.`,
  'address.mixed': (v) =>
    `This page came over HTTPS, so the browser lets it ask ${v.host} over HTTPS only. Try https://, or download the file yourself and drop it here.`,
  'address.offline': (v) =>
    `There is no network at the moment, so ${v.host} was not asked. Try again later, or drop a file.`,
  'address.status': (v) =>
    `${v.host} answered with status ${v.status}${v.status === 404 ? ' (not found): check the address' : v.status === 401 || v.status === 403 ? ' (not allowed): it may want you to sign in. Download the file yourself and drop it here' : ': try again later, or download the file yourself and drop it here'}.`,
  'address.page': (v) =>
    `${v.host} sent a web page instead of data. Open the address, look for a link such as “Download” or “Raw”, and take its address; or download the file and drop it here.`,
  'address.large': (v) =>
    `The file at ${v.host} is larger than ${bytes(v.mostBytes)}, the most that is fetched. Download it yourself and drop it here.`,
  'address.cut': (v) =>
    `The connection to ${v.host} broke off after ${bytes(v.at)}. Try again, or download the file yourself and drop it here.`,
  'parquet.cut': (v) =>
    `${v.file} begins as a Parquet file, but its end is missing. Download it again.`,
  'parquet.footer': (v) =>
    `${v.file} is a damaged Parquet file: the list of its columns, which stands at its end, cannot be read. Download it again.`,
  'parquet.rows': (v) =>
    `${v.file} is a damaged Parquet file: after ${number(v.rows)} rows nothing more can be read. Download it again.`,
  'parquet.columns': (v) =>
    `${v.file}: expected columns of text or numbers, found only columns of bytes (${v.binary || 'none'}) and nested ones (${v.nested || 'none'}). Write texts and labels into plain columns of their own.`,
  'parquet.locked': (v) => `${v.file} is encrypted. Write it again without encryption.`,
  'parquet.codec': (v) =>
    `${v.file}: the column ${v.column} is packed as ${v.codec}, which is not read here. Write it again with snappy, gzip or zstd.`,
  'class.taken': (v) => `There is a class “${v.name}” already. Choose another name.`,
  'class.many': (v) => `A dataset can have ${number(v.most)} classes at most.`,
  'train.rows': (v) =>
    `There are ${number(v.found)} rows to train on; at least ${number(v.needed)} are needed.`,
  'train.classes': (v) => `The rows to train on have ${v.found} class; at least two are needed.`,
  'train.busy': () => 'A training or a trial is already under way; stop it or wait for its end.',
  'config.range': (v) =>
    `${v.option} must lie between ${v.least} and ${v.most}; it is ${Number.isNaN(v.found) ? 'empty' : v.found}.`,
  'config.multiple': (v) => `${v.option} must be a multiple of ${v.of}; it is ${v.found}.`,
  'config.widths': (v) =>
    `The narrowest filter (${v.shortest} words) is wider than the widest (${v.longest}). Exchange the two.`,
  'config.english': () =>
    'Parts of speech are known of English texts only, and these are not English. Switch “Parts of speech” off under Words.',
  'config.fullBatch': (v) =>
    `A step over all rows can take ${number(v.most)} of them; there are ${number(v.rows)}. Switch “All rows in every step” off, or train on fewer rows.`,
  'config.memory': (v) =>
    `This model needs ${bytes(v.neededBytes)} in one piece; the device takes ${bytes(v.mostBytes)}. Lower the batch size, the longest text, the width or the number of words.`,
  'rule.slow': (v) =>
    `Your own rule ${v.rule} (“${v.find}”) ran for more than ${v.seconds} s and was stopped at ${v.split} row ${number(v.row)}. Nothing was stored. Switch the rule off, or write its pattern without repeats within repeats.`,
  'rule.slowText': (v) =>
    `Your own rule ${v.rule} (“${v.find}”) ran for more than ${v.seconds} s on this text and was stopped. Change the text; the rule belongs to the model.`,
  'rule.long': (v) =>
    `Your own rule ${v.rule} (“${v.find}”) makes a text longer than ${number(v.most)} characters. Shorten what it puts in.`,
  'clean.stalled': (v) =>
    `Cleaning stood still for ${v.seconds} s at ${v.split} row ${number(v.row)}, though none of your own rules is slow there. Nothing was stored; try again.`,
  'target.unknown': (v) =>
    v.found === ''
      ? 'Choose which class is to be told apart.'
      : `The dataset has no class “${v.found}”. Choose another one to be told apart.`,
  'target.same': () => 'The two classes to be told apart are the same. Choose two different ones.',
  'compare.untested': (v) => `Run ${v.run} was not tested, so there is nothing to compare.`,
  'compare.rows': (v) =>
    `Runs ${v.run} and ${v.other} were not judged on the same rows with the same classes, so they cannot be compared row by row.`,
  'compare.labels': (v) =>
    `The labels of ${number(v.rows)} test ${plural(v.rows, 'row', 'rows')} were changed between the tests of runs ${v.run} and ${v.other}. Test both again to compare them.`,
  'rank.target': (v) =>
    `Run ${v.run} does not tell all classes apart, so it cannot say which labels are doubtful. Choose a run that learned all classes.`,
  'start.gone': () => 'The run to start from was deleted. Choose another one, or fresh weights.',
  'start.other': (v) =>
    `Run ${v.run} is a ${v.model}: a run that starts from it keeps its model. Take over its settings, or start from fresh weights.`,
  'gpu.none': () => 'There is no WebGPU in this browser. Choose the processor instead.',
  'gpu.lost': (v) =>
    `The GPU was lost at step ${number(v.step)} (${v.reason}). The best weights so far are kept; train again, or choose the processor.`,
  'gpu.error': (v) => `The GPU refused a command: ${v.reason}`,
  'train.notFinite': (v) =>
    `The loss stopped being a number at step ${number(v.step)}. Try a smaller learning rate, or set “Longest slope”.`,
  'archive.broken': (v) =>
    `${v.file} is cut short or damaged at byte ${number(v.at)}. Download it again, or unpack it and drop what is inside.`,
  'archive.locked': (v) =>
    `${v.file} is protected by a password. Unpack it and drop what is inside.`,
  'archive.bomb': (v) =>
    `${v.file} unpacks to more than ${bytes(v.mostBytes)}: at most ${number(v.mostRatio)} times its size is read, and never more than 4 GB.`,
  'archive.none': (v) =>
    `${v.file} has no file that is read here: expected CSV, TSV, JSON, Parquet, web pages or text, in at most three archives one inside another.`,
  'columns.unsure': (v) => {
    if (v.doubt === 'header')
      return `${v.file}: it is not sure whether the first row names the columns. Say whether it does.`;
    const found =
      v.doubt === 'none'
        ? 'no column looks like labels'
        : 'more than one column could hold the labels';
    return `${v.file}: ${found}. Say which column is the label, or that there is none.`;
  },
  'columns.unknown': (v) => `${v.file} has no column “${v.column}”; it has ${v.found}.`,
  'columns.many': (v) =>
    `${v.file} has ${number(v.found)} columns; at most ${number(v.most)} are read. Save it with those that hold texts and labels.`,
  'columns.noText': (v) => `${v.file}: no column is left for the text. Choose at least one.`,
  'json.broken': (v) =>
    `${v.file}, line ${number(v.line)}: a JSON object was expected; the file breaks off or has something else there.`,
  'json.form': (v) =>
    `${v.file}: JSON must be an array of objects or an object on each line, and this is ${JSON_FOUND[v.found]}. Save it with a text and a label in each object.`,
  'json.keys': (v) =>
    `${v.file}: each object needs a text that is not nested in another value; found only ${v.found || 'empty objects'}.`,
  'run.gone': () => 'This run was deleted meanwhile, perhaps in another tab.',
  'run.rowsGone': (v) =>
    `The dataset of run ${v.run} was deleted, and the rows that it was tested on with it.`,
};
