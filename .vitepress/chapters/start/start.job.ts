// Two models, one person: what is popular beside what is personal. The worker fits both in the browser and the
// data loader at build time.
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { defaultSpec, runModel } from '../../run/jobs/model.ts';
import type { RunResult } from '../../run/jobs/model.ts';

export interface StartSpec {
  readonly user: number;
}

/** One list for everybody, one for this person. */
const ids = ['popularity', 'item-item-cf'] as const;

export interface StartResult {
  /** Without the figures of the models: none is drawn here. */
  readonly results: readonly RunResult[];
  /** What both fits took. */
  readonly fitMs: number;
}

export function runStart(
  { user }: StartSpec,
  telling: Pick<Telling, 'progress' | 'fresh'>,
): StartResult {
  const runs = ids.map((id) => runModel({ ...defaultSpec(id), user }, telling));
  return {
    results: runs.map(({ result }) => ({ ...result, picture: null })),
    fitMs: runs.reduce((sum, run) => sum + run.fitMs, 0),
  };
}

export const job = defineJob('start', (spec: StartSpec, telling: Telling) =>
  runStart(spec, telling),
);
