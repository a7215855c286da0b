// The models of the book, linked to a version of the module and to what is in linked.ts: a task that fits them
// needs them, and no other.
import * as recsys from '../../../code/recsys.ts';
import { findModel as findInCatalogue, models as catalogue } from '../../../code/models.ts';
import type { CatalogueEntry } from '../../../code/models.ts';

const isEntry = (value: unknown): value is CatalogueEntry =>
  typeof value === 'object' && value !== null && 'id' in value && 'Class' in value;
const brought = Object.values(recsys as Record<string, unknown>).filter(isEntry);

export { modelsWith } from '../../../code/evaluation/tuned.ts';

/** What the module itself says of a further model takes the place of what the catalogue says. */
export const models = catalogue.map((entry) => brought.find(({ id }) => id === entry.id) ?? entry);

export function findModel(id: string): CatalogueEntry {
  return models.find((entry) => entry.id === id) ?? findInCatalogue(id);
}
