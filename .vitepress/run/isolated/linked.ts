// What is run with a version of the module: it is built once, with the module left out, and linked twice,
// to the book's and to the reader's. So a change in the module reaches the catalogue, the metrics and all.
import * as recsys from '../../../code/recsys.ts';
import { findModel as findInCatalogue, models as catalogue } from '../../../code/models.ts';
import type { CatalogueEntry } from '../../../code/models.ts';

const isEntry = (value: unknown): value is CatalogueEntry =>
  typeof value === 'object' && value !== null && 'id' in value && 'Class' in value;
const brought = Object.values(recsys as Record<string, unknown>).filter(isEntry);

export { compareAll } from '../../../code/evaluation/comparisons.ts';
export { drawSamples, gainInterval } from '../../../code/evaluation/intervals.ts';
export {
  gainsOf,
  metricNames,
  metrics,
  mostOf,
  spreadOf,
} from '../../../code/evaluation/leaderboard.ts';
export { metricsOf } from '../../../code/evaluation/metrics.ts';
export { modelsWith } from '../../../code/evaluation/tuned.ts';
export { syntheticDataset } from '../../../code/models.ts';

/** What the module itself says of a further model takes the place of what the catalogue says. */
export const models = catalogue.map((entry) => brought.find(({ id }) => id === entry.id) ?? entry);

export function findModel(id: string): CatalogueEntry {
  return models.find((entry) => entry.id === id) ?? findInCatalogue(id);
}
