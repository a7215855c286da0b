// The worker behind every demo: finds the job by its name, does it, and says how far it is.
import { jobName } from './job.ts';
import type { AnyJob } from './job.ts';
import { cannotStart } from './protocol.ts';
import type { Message, Order } from './protocol.ts';

// Each comes when it is asked for: no page fetches the jobs of the others.
const jobs = new Map(
  Object.entries(
    import.meta.glob<AnyJob>(['./jobs/*.ts', '../chapters/[a-z]*/*.job.ts'], { import: 'job' }),
  ).map(([file, load]) => [jobName(file), load]),
);

async function load(name: string): Promise<AnyJob> {
  const found = jobs.get(name);
  if (!found) throw new Error(`There is no job of the name ${name}.`);
  return found().catch(() => {
    throw new Error(cannotStart);
  });
}

self.onmessage = async ({ data: order }: MessageEvent<Order>) => {
  const { runId, fresh } = order;
  const say = (message: Message): void => self.postMessage(message);
  try {
    const { run } = await load(order.job);
    const answer: unknown = run(order.request, {
      progress: (id, progress) => say({ kind: 'progress', runId, id, progress }),
      part: (part: unknown) => say({ kind: 'part', runId, part }),
      fresh,
    });
    say({ kind: 'done', runId, answer });
  } catch (error) {
    say({ kind: 'failed', runId, message: error instanceof Error ? error.message : String(error) });
  }
};
