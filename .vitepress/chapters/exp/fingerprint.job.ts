// All that the book computes, as digests: in the worker anew, part by part.
import { fingerprint } from '../../run/fingerprint.ts';
import type { Part } from '../../run/fingerprint.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';

/** There is nothing to choose. */
export const job = defineJob('fingerprint', (_: null, { part }: Telling<Part>) =>
  fingerprint(part),
);
