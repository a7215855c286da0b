// All that the book computes, as digests: in the worker anew, part by part.
import { backend } from '../../../code/recsys.ts';
import type { Backend } from '../../../code/recsys.ts';
import { fingerprint } from '../../run/fingerprint.ts';
import type { Part } from '../../run/fingerprint.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';

/** A part, and what ran the hot loops. */
export interface PartHere extends Part {
  readonly backend: Backend;
}

/** There is nothing to choose. */
export const job = defineJob('fingerprint', (_: null, { part }: Telling<PartHere>) =>
  fingerprint((one) => part({ ...one, backend: backend() })),
);
