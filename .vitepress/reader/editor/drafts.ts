// What the reader wrote, by region, for as long as the visit lasts: another page and back, and it is there. A model
// of their own is kept for longer.
import { shallowReactive } from 'vue';
import { forgetOwnText, keepOwnModel, keptOwnModel } from './ownModel.ts';
import { fileToChange, moduleFile, ownRegion } from './source.ts';

interface Draft {
  readonly text: string;
  /** The file that holds the region. */
  readonly file: string;
}

const drafts = shallowReactive(new Map<string, Draft>());

export function draftOf(region: string): string | undefined {
  const kept = region === ownRegion ? keptOwnModel()?.text : '';
  return drafts.get(region)?.text ?? (kept === '' ? undefined : kept);
}

/** Forgets what is the book's own text. */
export function keepDraft(file: string, region: string, text: string, book: string): void {
  const isOwn = region === ownRegion;
  if (text === book) {
    drafts.delete(region);
    if (isOwn) forgetOwnText();
  } else {
    drafts.set(region, { text, file: fileToChange(file) });
    if (isOwn) keepOwnModel({ text });
  }
}

/** All regions of the module that the reader has changed, in the order in which they did. */
export const allDrafts = (): ReadonlyMap<string, string> =>
  new Map(
    Array.from(drafts)
      .filter(([, { file }]) => file === moduleFile)
      .map(([region, { text }]) => [region, text]),
  );
