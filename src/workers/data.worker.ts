// The data worker: files, rows, cleaning, tokens. It only puts its parts together.
import { expose } from 'comlink';
import type { DataApi } from './api';
import { followRow, searchVocabulary } from './following';
import { importing } from './import';
import { auditCleaning, prepare } from './prepare';

expose({
  ...importing,
  auditCleaning,
  prepare,
  followRow,
  searchVocabulary,
} satisfies DataApi);
