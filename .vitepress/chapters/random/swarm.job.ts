// Draws further seeds for the swarm of the chapter on Random, and tells of a few at a time.
import { bookLog } from '../../run/bookLog.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { seedHits } from './swarm.ts';
import type { SeedHits } from './swarm.ts';

export interface SwarmSpec {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const few = 10;

/** The hits of these seeds. */
export const job = defineJob(
  'swarm',
  ({ from, to }: SwarmSpec, { part }: Telling<readonly SeedHits[]>): readonly SeedHits[] => {
    const data = bookLog();
    const all: SeedHits[] = [];
    for (let seed = from; seed < to; seed += few) {
      const many = Math.min(few, to - seed);
      const hits = Array.from({ length: many }, (_, n) => seedHits(data, seed + n));
      all.push(...hits);
      part(hits);
    }
    return all;
  },
);
