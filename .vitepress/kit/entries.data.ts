import { models } from '../../code/models.ts';
import type { CatalogueEntry, ModelEntry } from '../../code/models.ts';
import { boardEntries } from '../run/jobs/board.ts';
import type { Loader } from '../build/results/loader.ts';

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
  load: (): EntryRow[] =>
    boardEntries.map((entry) => ({ id: entry.id, title: entry.title, link: linkTo(entry) })),
} satisfies Loader;
