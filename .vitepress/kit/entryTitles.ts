import { data as entries } from './entries.data.ts';

/** What everybody who takes part is called, by id. */
export const titles: ReadonlyMap<string, string> = new Map(
  entries.map(({ id, title }) => [id, title]),
);

export const titleOf = (id: string): string => titles.get(id) ?? id;
