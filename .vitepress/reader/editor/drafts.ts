// What the reader wrote, by region, for as long as the visit lasts: another page and back, and it is there.
import { shallowReactive } from 'vue';
import { ownRegion } from './source.ts';

const drafts = shallowReactive(new Map<string, string>());

export const draftOf = (region: string): string | undefined => drafts.get(region);

/** Forgets what is the book's own text. */
export function keepDraft(region: string, text: string, book: string): void {
  if (text === book) drafts.delete(region);
  else drafts.set(region, text);
}

/** All regions of the module that the reader has changed, in the order in which they did. */
export const allDrafts = (): ReadonlyMap<string, string> =>
  new Map([...drafts].filter(([region]) => region !== ownRegion));
