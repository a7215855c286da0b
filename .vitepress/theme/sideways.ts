// Tells of each equation and table that is wider than the page on which side there is more of it. What is seen
// of that is in sideways.css.

const boxes = '.sideways, .equation, .data-table';
/** Parts of a pixel are no more. */
const sliver = 1;

function tell(box: HTMLElement): void {
  const { scrollLeft, scrollWidth, clientWidth } = box;
  const sides = [
    ...(scrollLeft > sliver ? ['before'] : []),
    ...(scrollLeft + clientWidth < scrollWidth - sliver ? ['after'] : []),
  ];
  if (sides.length > 0) box.dataset['more'] = sides.join(' ');
  else delete box.dataset['more'];
}

const known = new WeakSet<Element>();

let sizes: ResizeObserver | undefined;

function meet(box: HTMLElement): void {
  if (known.has(box)) return;
  known.add(box);
  box.addEventListener('scroll', () => tell(box), { passive: true });
  sizes?.observe(box);
  // A table grows by what is written into it, and the box around it stays as wide as it was.
  for (const part of box.children) sizes?.observe(part);
}

function look(box: HTMLElement): void {
  meet(box);
  tell(box);
}

function resized(entries: readonly ResizeObserverEntry[]): void {
  for (const { target } of entries) {
    const box = target.closest<HTMLElement>(boxes);
    if (box) tell(box);
    // The page has changed its height: a table may have come, or another have other rows.
    else target.querySelectorAll<HTMLElement>(boxes).forEach(look);
  }
}

/** Watches what there is on this page, and what comes later. */
export function watchSideways(): void {
  sizes ??= new ResizeObserver(resized);
  for (const page of document.querySelectorAll('.book-content')) sizes.observe(page);
  // Letters of another width do not always change the size of what is around them.
  void document.fonts.ready.then(() => {
    document.querySelectorAll<HTMLElement>(`.book-content :is(${boxes})`).forEach(look);
  });
}
