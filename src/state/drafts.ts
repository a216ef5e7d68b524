// Texts that are being typed, kept at every pause: a page that is closed in the middle loses none. By dataset; '' = a new one.
import type { TypedClass } from '../core/typed';

const KEY = 'broadsheet.draft.';

/** What was typed for a dataset and is not part of it yet; null = nothing. */
export function readDraft(id: string): TypedClass[] | null {
  const kept = parsed(localStorage.getItem(KEY + id));
  if (!Array.isArray(kept)) return null;
  const classes = kept.filter(isClass);
  return classes.length > 0 ? classes : null;
}

/** Keeps what is typed; false where the browser has no room for it. */
export function keepDraft(id: string, classes: readonly TypedClass[]): boolean {
  try {
    localStorage.setItem(KEY + id, JSON.stringify(classes));
    return true;
  } catch {
    return false; // QuotaExceededError
  }
}

/** Forgets a draft: its texts are a dataset now, or nobody wants them. */
export function dropDraft(id: string): void {
  localStorage.removeItem(KEY + id);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null; // damaged
  }
}

function isClass(value: unknown): value is TypedClass {
  if (typeof value !== 'object' || value === null) return false;
  const { name, text } = value as Partial<Record<keyof TypedClass, unknown>>;
  return typeof name === 'string' && typeof text === 'string';
}
