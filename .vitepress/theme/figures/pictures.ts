// What each model's figure draws, from a fitted model: plain data, the same at build time and in the
// worker. A figure folder is named by the slug: figures/<slug>/picture.ts and its Vue components.
import type { Dataset } from '../../../code/models.ts';
import type { Recommender } from '../../../code/recsys.ts';
import type { RunResult, RunSpec } from '../workers/protocol.ts';
import { makePicture as contentBased } from './content-based/picture.ts';
import { makePicture as popularity } from './popularity/picture.ts';
import { makePicture as random } from './random/picture.ts';
import { makePicture as trending } from './trending/picture.ts';
import { makePicture as bpr } from './bpr/picture.ts';
import { makePicture as implicitAls } from './implicit-als/picture.ts';
import { makePicture as itemItemCf } from './item-item-cf/picture.ts';

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

export const pictures: Readonly<Record<string, MakePicture>> = {
  random,
  popularity,
  trending,
  'content-based': contentBased,
  'item-item-cf': itemItemCf,
  'implicit-als': implicitAls,
  bpr,
};
