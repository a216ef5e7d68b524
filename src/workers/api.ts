// What the page may ask of its workers: types only. Every method may reject with an AppError.
import type {
  Asked,
  Correction,
  Doubted,
  Labelled,
  LabelOrder,
  LoggedChange,
  NewRow,
  Ranking,
  Reversal,
} from '../core/labelling';
import type { ReportProgress } from '../core/progress';
import type { FileView, ReadPlan } from '../core/reading';
import type {
  CellRow,
  Comparison,
  Device,
  Estimate,
  Expectation,
  Prediction,
  RateCurve,
  Run,
  RunUpdate,
} from '../core/run';
import type {
  Concordance,
  Finding,
  FindingRange,
  FoundRow,
  PlacesFound,
  Question,
  SearchCounts,
  Survey,
} from '../core/survey';
import type { CleanSettings, RunSettings, SplitSettings, TextSettings } from '../core/settings';
import type {
  AugmentedRow,
  CleanReport,
  Dataset,
  Division,
  OwnPreview,
  Prepared,
  RowJourney,
  RowView,
  SampleName,
  Split,
  StorageUse,
  VocabularyEntry,
} from '../core/types';

/** Everything that decides which rows of a dataset a model learns from. */
export interface DivideRequest {
  datasetId: string;
  clean: CleanSettings;
  split: SplitSettings;
}

/** Everything that decides the encoded rows of a dataset. */
export interface PrepareRequest extends DivideRequest {
  text: TextSettings;
  tokenizerOf: string | null; // a run whose words and n-grams are kept; null = they are learned from the training rows
}

/** The data worker: files, rows, cleaning, tokens. It may be killed at any moment; nothing is left half-written. */
export interface DataApi {
  listDatasets(): Promise<Dataset[]>; // newest first
  inspect(files: File[], plan?: ReadPlan): Promise<FileView[]>; // by their beginnings alone, so fast for large files
  importFiles(
    files: File[],
    into: string | null, // dataset that the files may complete
    plan: ReadPlan, // what is not to be guessed
    report: ReportProgress,
  ): Promise<Dataset>; // throws columns.unsure, classes.many, classes.one and files.whose, which another plan can answer
  readAgain(
    id: string, // dataset that gives way to the new one, unless it was labelled by hand
    files: File[],
    plan: ReadPlan,
    report: ReportProgress,
  ): Promise<Dataset>;
  retype(id: string, file: File, report: ReportProgress): Promise<Dataset>; // puts typed texts in the place of a typed dataset
  importSample(sample: SampleName, report: ReportProgress): Promise<Dataset>;
  renameDataset(id: string, name: string): Promise<Dataset>;
  removeDataset(id: string): Promise<void>;
  storageUse(): Promise<StorageUse>;
  readRows(id: string, split: Split, rowStart: number, rowEnd: number): Promise<RowView[]>;
  addClass(id: string, name: string): Promise<Dataset>; // behind the others, so that labels stay what they are
  renameClass(id: string, index: number, name: string): Promise<Dataset>; // its runs too
  queueRows(id: string, asked: Asked, seed: number): Promise<Uint32Array<ArrayBuffer>>; // of the train part, in an order drawn by the seed
  countUnlabelled(id: string, rows: Uint32Array<ArrayBuffer>): Promise<number>; // of these rows of the train part
  changeLabels(id: string, order: LabelOrder): Promise<Labelled>;
  reverseLabels(id: string, entry: number): Promise<Reversal>; // a further entry of the log; labels that were changed since stay
  listLabelLog(id: string, before: number, limit: number): Promise<LoggedChange[]>; // entries below `before`, newest first
  listCorrections(id: string, runIds: string[]): Promise<LoggedChange[]>; // of these runs' answers, as far as they stand, newest first
  exportLabelLog(id: string, form: 'csv' | 'jsonl'): Promise<Blob>; // a line for each row of each entry, oldest first
  addRows(id: string, rows: NewRow[]): Promise<Dataset>; // behind the train part's; made where there is none
  correct(id: string, runId: string, text: string, label: number): Promise<Correction>; // a text that a run took for something else
  isEnglish(id: string): Promise<boolean>; // whether parts of speech can be told of its texts
  auditCleaning(id: string, clean: CleanSettings, report: ReportProgress): Promise<CleanReport>;
  divide(request: DivideRequest, report: ReportProgress): Promise<Division>; // counts what the rules drop first, where needed
  previewOwn(id: string, clean: CleanSettings, rule: number): Promise<OwnPreview>; // rule: index of an own rule, tried on the first rows
  prepare(request: PrepareRequest, report: ReportProgress): Promise<Prepared>;
  followRow(request: PrepareRequest, split: Split, row: number): Promise<RowJourney>; // prepares first where needed
  searchVocabulary(
    request: PrepareRequest,
    query: string,
    limit: number,
  ): Promise<VocabularyEntry[]>; // prefix or substring; '' = the most frequent
  showAugmented(id: string, settings: RunSettings): Promise<AugmentedRow[]>; // a few training rows in the first epoch
  exportPrepared(request: PrepareRequest, report: ReportProgress): Promise<Blob>; // CSV: split,label,text, and what else training reads, and ids; prepares first where needed
  survey(id: string, clean: CleanSettings, report: ReportProgress): Promise<Survey>; // found ready where nothing changed
  findSurvey(id: string, clean: CleanSettings): Promise<Survey | null>; // if it is ready
  readFinding(
    id: string,
    clean: CleanSettings,
    finding: Finding,
    range: FindingRange,
  ): Promise<FoundRow[]>;
  search(question: Question, report: (counts: SearchCounts) => void): Promise<SearchCounts>;
  readConcordance(question: Question, start: number, end: number): Promise<Concordance[]>; // of the rows found so far
  findPlaces(question: Question): Promise<PlacesFound>; // all rows found
}

/** The train worker: owns the device. Between steps it answers everything else. */
export interface TrainApi {
  probe(tier: RunSettings['tier']): Promise<Device>;
  listRuns(): Promise<Run[]>; // newest first
  train(
    dataset: Dataset,
    prepared: Prepared,
    settings: RunSettings,
    report: (update: RunUpdate) => void,
  ): Promise<Run>; // resolves when finished or stopped
  estimate(dataset: Dataset, settings: RunSettings, prepared: Prepared | null): Promise<Estimate>; // null: of the settings' limits
  measure(dataset: Dataset, prepared: Prepared, settings: RunSettings): Promise<Expectation>; // takes about five seconds
  findRate(
    dataset: Dataset,
    prepared: Prepared,
    settings: RunSettings,
    report: (curve: RateCurve) => void,
  ): Promise<RateCurve>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>; // keeps the best weights so far
  test(runId: string): Promise<Run>; // one more look at the test split
  readCell(runId: string, given: number, predicted: number, limit: number): Promise<CellRow[]>;
  compare(runId: string, otherId: string): Promise<Comparison>; // on the test rows that both answered
  rankRows(runId: string, doubted: Doubted, report: ReportProgress): Promise<Ranking>; // of the run's dataset; stop() ends it
  predict(runId: string, text: string): Promise<Prediction>;
  removeRun(runId: string): Promise<void>;
}
