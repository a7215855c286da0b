// Tasks that hold up the page, by the processor time that they took. The browser's own "longtask"
// counts the time on the wall, in which a busy machine does other things; here it only stands by.
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly dur?: number;
}

export interface Tasks {
  /** Milliseconds of processor time of the longest task on a page's main thread. */
  readonly longest: number;
  /** How many tasks were seen: none would mean that nothing was measured. */
  readonly count: number;
}

/** Measures the tasks of the main thread while `work` is done with the page. */
export async function tasksWhile(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<Tasks> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  let text: string;
  try {
    await work();
  } finally {
    text = (await browser.stopTracing()).toString();
  }
  const { traceEvents } = JSON.parse(text) as { traceEvents: readonly TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(thread(event)),
  );
  const times = tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
  return { longest: Math.max(0, ...times), count: tasks.length };
}
