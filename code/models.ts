/**
 * The catalogue: the order of the models, one line each. What is known of a
 * model stands in its entry: seven.ts has those of recsys.ts, and each
 * further model has a file of its own, class and entry together.
 */
import { bad } from './recsys.ts';
import type { CatalogueEntry } from './models/entry.ts';
import { ease } from './models/ease.ts';
import {
  bpr,
  contentBased,
  implicitALS,
  itemItemCF,
  popularity,
  random,
  trending,
} from './models/seven.ts';

export { EASE } from './models/ease.ts';
export { syntheticDataset, testTimes, withTruth } from './models/entry.ts';
export type {
  CatalogueEntry,
  Dataset,
  FitProgress,
  ModelClass,
  ModelEntry,
  OnProgress,
  Options,
  Paper,
  Range,
} from './models/entry.ts';

/** All models, in book order. */
export const models: readonly CatalogueEntry[] = [
  random,
  popularity,
  trending,
  contentBased,
  itemItemCF,
  ease,
  implicitALS,
  bpr,
];

/** The entry of this id. */
export function findModel(id: string): CatalogueEntry {
  const found = models.find((m) => m.id === id);
  if (found) return found;
  const ids = models.map((m) => m.id).join(', ');
  throw bad(RangeError, 'findModel', 'id', `one of ${ids}`, id);
}
