// In the browser: our models and the plain layers beside them, for tests/bench/models.mjs.
import { measureModels, measurePeer } from './models';

Object.assign(globalThis, { measureModels, measurePeer });
