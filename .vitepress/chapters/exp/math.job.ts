// What the Math of an engine does: measured in the worker as it was when the page was made.
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { measureEngine } from './engineMath.ts';

/** There is nothing to choose. */
export const job = defineJob('math', (_: null, { progress }: Telling) =>
  measureEngine((step) => progress('math', step)),
);
