// English, what follows the first words: every place behind the first, and the settings.
import { augment } from './augment';
