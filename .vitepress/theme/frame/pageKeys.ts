/** What an arrow key means to the page: the chapter before, the one after, or nothing. */
export type Turn = 'back' | 'on' | undefined;

const turns: Readonly<Record<string, Turn>> = { ArrowLeft: 'back', ArrowRight: 'on' };

/** What may have the focus while the arrows turn the page: nothing at all, or what has no use for them. */
const idle = 'body, html, a, button, summary, [tabindex="-1"]';
/** Within these the arrows go from one thing to the next, or move what is shown. */
const busy =
  '[role]:not([role="group"], [role="note"], [role="region"], [role="status"], [role="switch"]), [contenteditable], [data-cell], dialog, form';
/** What lies over the page has the keys. */
const above = 'dialog[open], [popover]:popover-open';

export function turnOf(event: KeyboardEvent): Turn {
  const turn = turns[event.key];
  if (!turn || event.defaultPrevented || event.repeat) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const { target } = event;
  if (!(target instanceof Element) || !target.matches(idle) || target.closest(busy)) {
    return undefined;
  }
  return document.querySelector(above) ? undefined : turn;
}
