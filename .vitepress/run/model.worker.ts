// The worker behind every demo: fetches the job that it is asked for, does it, and says how far it is.
import type { AnyJob } from './job.ts';
import { cannotStart } from './protocol.ts';
import type { Message, Order } from './protocol.ts';

// Subtle: an address that comes with the order. What the bundler makes of a name that it knows calls a helper
// for pages, and a worker is none.
async function load(script: string): Promise<AnyJob> {
  try {
    return ((await import(/* @vite-ignore */ script)) as { readonly job: AnyJob }).job;
  } catch {
    throw new Error(cannotStart);
  }
}

self.onmessage = async ({ data: order }: MessageEvent<Order>) => {
  const { runId, fresh } = order;
  const say = (message: Message): void => self.postMessage(message);
  try {
    const { run } = await load(order.job);
    const answer: unknown = await run(order.request, {
      progress: (id, progress) => say({ kind: 'progress', runId, id, progress }),
      part: (part: unknown) => say({ kind: 'part', runId, part }),
      fresh,
    });
    say({ kind: 'done', runId, answer });
  } catch (error) {
    say({ kind: 'failed', runId, message: error instanceof Error ? error.message : String(error) });
  }
};
