// What each model's figure draws, from a fitted model: plain data, the same at build time and in the
// worker. Each is in the folder of its chapter: chapters/<slug>/picture.ts.
import type { Dataset } from '../../code/models.ts';
import type { Recommender } from '../../code/recsys.ts';
import { bySlug } from './bySlug.ts';
import type { RunResult, RunSpec } from './jobs/model.ts';

/** All that a picture may be made from. */
export interface FittedRun {
  readonly spec: RunSpec;
  readonly data: Dataset;
  readonly model: Recommender;
  /** The result so far: lists, metrics and the curve. */
  readonly result: Omit<RunResult, 'picture'>;
  /** The genre of every item. */
  readonly genres: readonly number[];
}

export type MakePicture = (run: FittedRun) => unknown;

export const pictures = bySlug(
  import.meta.glob<MakePicture>('../chapters/[a-z]*/picture.ts', {
    eager: true,
    import: 'makePicture',
  }),
);
