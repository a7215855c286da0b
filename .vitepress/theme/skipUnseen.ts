// Large parts of a page are not laid out while they are out of view: what changes in one place is then drawn
// without walking through all others. See [data-skipped] in base.css.
import { whenFree } from '../kit/wait.ts';

/** How long a part may wait for the browser to have nothing else to do. */
const patience = 4000;

/** Parts that may be skipped: each is a box of its own, into which nothing flows. */
const parts = '.figure-frame, .demo, .exercise, .data-table';

/** The outermost of them. */
const partsOf = (page: Element): HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>(parts)].filter(
    (part) => part.parentElement?.closest(parts) === null,
  );

/** The height of what a part holds, without its padding and rules. */
function heightWithin(part: HTMLElement): number {
  const style = getComputedStyle(part);
  const around = [
    style.paddingTop,
    style.paddingBottom,
    style.borderTopWidth,
    style.borderBottomWidth,
  ];
  return around.reduce(
    (height, edge) => height - parseFloat(edge),
    part.getBoundingClientRect().height,
  );
}

/**
 * Lets the browser skip the large parts of this page while nobody sees them; marked one after the other when
 * there is nothing else to do. Each keeps the height it has now, so that nothing moves.
 */
export async function skipUnseen(): Promise<void> {
  if (!CSS.supports('content-visibility: auto') || !CSS.supports('overflow-clip-margin: 1px'))
    return;
  for (const page of document.querySelectorAll('.book-content')) {
    for (const part of partsOf(page)) {
      await whenFree(patience);
      if (!part.isConnected || 'skipped' in part.dataset) continue;
      part.style.containIntrinsicBlockSize = `auto ${heightWithin(part)}px`;
      part.dataset['skipped'] = '';
    }
  }
}
