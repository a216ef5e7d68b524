// Simplified Chinese, what follows the first words: every place behind the first, and the settings.
import type { rest as english } from '../en/rest';
import { augment } from './augment';
