// The page's thread under a trace of the browser: how much processor time each of its tasks took.

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', '__metadata'];
const TASK = 'ThreadControllerImpl::RunTask';

/** Names of the longest events within a task, so that a long one can be told apart. */
function namesInside(task, events) {
  const inside = events.filter(
    (event) =>
      event.name !== TASK &&
      event.dur > 1000 &&
      event.ts >= task.ts &&
      event.ts < task.ts + task.dur,
  );
  const longest = inside.sort((a, b) => b.dur - a.dur).slice(0, 3);
  return longest
    .map(({ name, args }) => `${name} ${args.data?.functionName ?? ''}`.trim())
    .join(', ');
}

/** Tasks of the page's thread, those that took most processor time first. */
function tasksOf(events) {
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const own = events.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
  const tasks = own.filter(({ name, tdur }) => name === TASK && tdur !== undefined);
  tasks.sort((a, b) => b.tdur - a.tdur);
  return tasks.slice(0, 10).map((task) => ({
    cpuMs: task.tdur / 1000,
    wallMs: task.dur / 1000,
    inside: namesInside(task, own),
  }));
}

/**
 * Does something on a page under a trace, and gives the ten longest tasks of the page's thread meanwhile.
 * @param {import('playwright').Page} page
 * @param {() => Promise<unknown>} act
 */
export async function traceTasks(page, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const traceConfig = { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return tasksOf(events);
}
