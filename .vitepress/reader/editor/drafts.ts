// What the reader wrote, by region, for as long as the visit lasts: another page and back, and it is there.
import { shallowReactive } from 'vue';
import { fileToChange, moduleFile } from './source.ts';

interface Draft {
  readonly text: string;
  /** The file that holds the region. */
  readonly file: string;
}

const drafts = shallowReactive(new Map<string, Draft>());

export const draftOf = (region: string): string | undefined => drafts.get(region)?.text;

/** Forgets what is the book's own text. */
export function keepDraft(file: string, region: string, text: string, book: string): void {
  if (text === book) drafts.delete(region);
  else drafts.set(region, { text, file: fileToChange(file) });
}

/** All regions of the module that the reader has changed, in the order in which they did. */
export const allDrafts = (): ReadonlyMap<string, string> =>
  new Map(
    Array.from(drafts)
      .filter(([, { file }]) => file === moduleFile)
      .map(([region, { text }]) => [region, text]),
  );
