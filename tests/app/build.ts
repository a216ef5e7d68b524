// Before the whole-page tests: the page is built, if what lies in dist/ is older than its sources.
import { ensureBuilt } from '../../scripts/prepare.mjs';

/** Called once by vitest. */
export function setup(): void {
  ensureBuilt();
}
