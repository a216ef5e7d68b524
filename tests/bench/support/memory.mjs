// Memory of a browser's renderers on Linux, from /proc: what they hold of their own (anonymous pages) and share with the browser
// process (messages, values on their way to the store). Pages of files, which are the browser's program, are left out.
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has ended
  }
}

function parentOf(pid) {
  return read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] ?? '0';
}

/** The renderers of the browser with a profile: a page's thread and its workers live in one of them. */
function renderersOf(profile) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const commands = new Map(pids.map((pid) => [pid, read(`/proc/${pid}/cmdline`)]));
  const isRoot = (pid) =>
    commands.get(pid)?.includes(`--user-data-dir=${profile}`) &&
    !commands.get(pid)?.includes('--type=');
  const isOwn = (pid) => pid !== '0' && pid !== '1' && (isRoot(pid) || isOwn(parentOf(pid)));
  return pids.filter((pid) => commands.get(pid)?.includes('--type=renderer') && isOwn(pid));
}

/** Bytes that a process holds. */
function heldBy(pid) {
  const status = read(`/proc/${pid}/status`);
  const kB = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return 1024 * (kB('RssAnon') + kB('RssShmem'));
}

/** Bytes that the renderers of the browser with a profile hold now. */
export function rendererBytes(profile) {
  return renderersOf(profile).reduce((sum, pid) => sum + heldBy(pid), 0);
}

/**
 * Does something, and gives the most that the renderers held meanwhile, looked at ten times a second.
 * @template T
 * @param {string} profile folder
 * @param {() => Promise<T>} act
 * @returns {Promise<{ result: T, peakBytes: number }>}
 */
export async function watchMemory(profile, act) {
  const pids = renderersOf(profile);
  let peakBytes = 0;
  const look = () => {
    const held = pids.reduce((sum, pid) => sum + heldBy(pid), 0);
    peakBytes = Math.max(peakBytes, held);
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    const result = await act();
    look();
    return { result, peakBytes };
  } finally {
    clearInterval(timer);
  }
}
