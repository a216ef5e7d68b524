// The fault that the page shows now, if any. App.svelte alone shows it.
import { faultOf, isRuleFault, kindOf, type ErrorKind, type Fault } from '../core/errors';

/** The one fault on show; a cancelled job is none. */
export class Faults {
  shown = $state.raw<{ kind: ErrorKind; fault: Fault } | null>(null);

  /** Shows what was thrown. */
  show(error: unknown): void {
    const kind = kindOf(error);
    if (kind === 'cancelled') return;
    if (kind === 'bug') console.error(error);
    this.shown = { kind, fault: faultOf(error) };
  }

  /** Takes the shown fault away. */
  dismiss(): void {
    this.shown = null;
  }

  /** Takes away what is said of an own rule, for the rules are others now. */
  dismissRule(): void {
    if (this.shown && isRuleFault(this.shown.fault)) this.shown = null;
  }

  /** Runs a job; shows what it throws and gives null then. */
  async guard<T>(job: () => Promise<T>): Promise<T | null> {
    try {
      return await job();
    } catch (error) {
      this.show(error);
      return null;
    }
  }
}
