/**
 * Every model tuned alike: the same validation split, the same number of
 * settings tried, and one look at the test.
 */
import { models } from '../models.ts';
import type { CatalogueEntry, ModelEntry, Options } from '../models.ts';
import { oracle } from './leaderboard.ts';
import { gridOf } from './tuning.ts';

/** So many settings of each model are tried, its defaults among them. */
export const searchBudget = 24;

/** The models that have something to tune, in book order. */
export const tunable: readonly CatalogueEntry[] = models.filter(
  ({ search }) => Object.keys(search).length > 0,
);

/** What is tried of a model: of equals the first is preferred. */
export function settingsToTry({ search }: CatalogueEntry): Options[] {
  return gridOf(search);
}

/** Settings that were found, by the id of the model. */
export type Tuned = Readonly<Record<string, Options>>;

/** A model with settings that were found for it: an entry beside its own. */
export function tunedEntry(
  entry: CatalogueEntry,
  setting: Options,
): CatalogueEntry {
  const defaults = { ...entry.defaults, ...setting };
  return {
    ...entry,
    id: tunedId(entry.id),
    title: `${entry.title}, tuned`,
    summary: `${entry.title} with settings chosen on a validation split.`,
    defaults,
    fit: (data, options, onProgress) =>
      entry.fit(data, { ...defaults, ...options }, onProgress),
  };
}

/** What a model is called when it is tuned. */
export const tunedId = (id: string): string => `${id}-tuned`;

/**
 * All models as they come, in book order, then those for which settings
 * were found.
 */
export function modelsWith(
  tuned: Tuned,
  all: readonly CatalogueEntry[] = models,
): readonly CatalogueEntry[] {
  const again = all.filter(({ id }) => Object.hasOwn(tuned, id));
  return [
    ...all,
    ...again.map((entry) => tunedEntry(entry, tuned[entry.id])),
  ];
}

/** Who takes part in a comparison: these models, and at last the oracle. */
export const entriesWith = (tuned: Tuned): readonly ModelEntry[] => [
  ...modelsWith(tuned),
  oracle,
];

/**
 * Each model once, with the settings that were found for it where there
 * are some, and at last the oracle: for what is asked in many worlds.
 */
export function onceEach(tuned: Tuned): readonly ModelEntry[] {
  return entriesWith(tuned).filter(({ id }) => !Object.hasOwn(tuned, id));
}
