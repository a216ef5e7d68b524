// The data worker: files, rows, cleaning, tokens. It only puts its parts together.
import { expose } from 'comlink';
import { adding } from './adding';
import type { DataApi } from './api';
import { showAugmented } from './augmented';
import { isEnglish } from './english';
import { exportPrepared } from './exporting';
import { followRow, searchVocabulary } from './following';
import { previewOwn } from './guarding';
import { importing } from './import';
import { labelling } from './labelling';
import { auditCleaning, divide, prepare } from './prepare';
import { findPlaces, readConcordance, search } from './searching';
import { findSurvey, readFinding, survey } from './surveying';
import { textPool } from './turns';

expose({
  ...importing,
  ...labelling,
  ...adding,
  importFiles(files, into, plan, report) {
    textPool(); // starts while the files are read, and is ready when they are there
    return importing.importFiles(files, into, plan, report);
  },
  auditCleaning,
  divide,
  previewOwn,
  isEnglish,
  prepare,
  followRow,
  searchVocabulary,
  showAugmented,
  exportPrepared,
  survey,
  findSurvey,
  readFinding,
  search,
  readConcordance,
  findPlaces,
} satisfies DataApi);
