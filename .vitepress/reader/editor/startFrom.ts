// A text to begin with, put into the editor of the reader's own model because they asked for it.
import { draftOf, keepDraft } from './drafts.ts';
import { close, open } from './open.ts';
import { keepOwnModel } from './ownModel.ts';
import { ownFile, ownRegion } from './source.ts';

/** Opens the editor once more, with the draft as it is now. */
function openAnew(figure: HTMLElement): void {
  const button = figure.querySelector<HTMLElement>('.listing-edit');
  if (!button) return;
  close(figure, button);
  open(figure, button, null);
  figure.scrollIntoView({ block: 'start' });
}

/** Whether the reader has written something there that is none of these. */
export function wouldReplace(texts: readonly string[]): boolean {
  const draft = draftOf(ownRegion);
  return draft !== undefined && !texts.includes(draft);
}

/** Throws where the page has no editor of it. */
export function startFrom(text: string): void {
  const figure = document.querySelector<HTMLElement>(`main figure.listing[data-file="${ownFile}"]`);
  if (!figure) throw new Error(`startFrom: no listing of ${ownFile}`);
  keepDraft(ownFile, ownRegion, text, '');
  // What was said was said of another text.
  keepOwnModel({ said: '' });
  openAnew(figure);
}
