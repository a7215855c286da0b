// The models of the book, linked to a version of the module and to what is in linked.ts: a task that fits them
// needs them, and no other.
import { findModel as findInCatalogue, models as catalogue } from '../../../code/models.ts';
import type { CatalogueEntry } from '../../../code/models.ts';
import { modelsWith } from '../../../code/evaluation/tuned.ts';

const isEntry = (value: unknown): value is CatalogueEntry =>
  typeof value === 'object' && value !== null && 'id' in value && 'Class' in value;

/** The catalogue with what the module itself says of a further model in the place of what the catalogue says. */
export function catalogueOf(module: object) {
  const brought = Object.values(module).filter(isEntry);
  const models = catalogue.map((entry) => brought.find(({ id }) => id === entry.id) ?? entry);
  const findModel = (id: string): CatalogueEntry =>
    models.find((entry) => entry.id === id) ?? findInCatalogue(id);
  return { models, findModel, modelsWith };
}

export type Catalogue = ReturnType<typeof catalogueOf>;
