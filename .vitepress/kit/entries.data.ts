import { models } from '../../code/models.ts';
import type { CatalogueEntry, ModelEntry } from '../../code/models.ts';
import { entriesWith } from '../../code/evaluation/tuned.ts';
import type { Loader } from '../build/results/loader.ts';
import type { PreparedTuned } from './tuned.data.ts';

/** Who takes part in a leaderboard: the models, other settings of them, and the oracle. */
export interface EntryRow {
  readonly id: string;
  readonly title: string;
  /** The model's page, with the settings where they are not its defaults; empty for what has no page. */
  readonly link: string;
}

declare const data: readonly EntryRow[];
export { data };

/** The page of the model whose class the entry has; its address says which settings are not the model's own. */
function linkTo({ Class, defaults }: ModelEntry & Partial<CatalogueEntry>): string {
  const model = Class && models.find((known) => known.Class === Class);
  if (!model) return '';
  const changed = Object.entries(defaults).filter(
    ([name, value]) => model.defaults[name] !== value,
  );
  const query = new URLSearchParams(changed.map(([name, value]) => [name, String(value)]));
  return `/models/${model.id}${changed.length > 0 ? `?${query}` : ''}`;
}

export default {
  from: ['./tuned.data.ts'],
  load: ({ tuned }: PreparedTuned): EntryRow[] =>
    entriesWith(tuned).map((entry) => ({ id: entry.id, title: entry.title, link: linkTo(entry) })),
} satisfies Loader;
