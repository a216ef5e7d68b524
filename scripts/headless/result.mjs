// The driver's line of JSON, made from the page's own records of the dataset and the run.

const DROPPING = { empty: 'empty', duplicates: 'duplicate', leaks: 'leak' };

function countDropped(report, malformed) {
  const dropped = { malformed };
  for (const { rule, isOn, train } of report.rules)
    if (rule in DROPPING) dropped[DROPPING[rule]] = isOn ? train : 0;
  return dropped;
}

/** Rows as files gave them, what became of them, and why some were left out. */
function countRows({ train, test }, { report, rows }) {
  const malformed = (train?.bad.count ?? 0) + (test?.bad.count ?? 0);
  return {
    read: report.read.train + report.read.test + malformed,
    kept: report.kept.train + report.kept.test,
    dropped: countDropped(report, malformed),
    train: rows.train,
    validation: rows.validation,
    test: rows.test,
  };
}

/**
 * The result of a run, for the line on standard output.
 * @param {import('../../src/core/types').Dataset} dataset
 * @param {import('../../src/core/run').Run} run
 * @param {number} importSeconds
 */
export function makeResult(dataset, run, importSeconds) {
  const { device, prepared, settings, seconds, validation, test } = run;
  return {
    rows: countRows(dataset, prepared),
    classes: run.classes,
    tier: device.tier,
    adapter: device.adapter,
    threads: device.threads,
    model: settings.model.model,
    parameters: run.parameters,
    vocabulary: prepared.vocabulary,
    seed: settings.train.seed,
    epochs: run.epochs.length,
    bestEpoch: run.bestEpoch,
    seconds: { import: importSeconds, ...prepared.seconds, ...seconds },
    rowsPerSecond: run.rowsPerSecond,
    validation,
    test: test && { ...test, looks: run.testLook },
    settings,
  };
}
