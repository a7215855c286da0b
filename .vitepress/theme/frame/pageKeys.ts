const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** What may have the focus while the arrows turn the page: nothing at all, or what has no use for them. */
const idle = 'body, html, a, button, summary, [tabindex="-1"]';
/** Within these the arrows go from one thing to the next, or move what is shown. */
const busy =
  '[role]:not([role="group"], [role="note"], [role="region"], [role="status"], [role="switch"]), [contenteditable], [data-cell], dialog, form';
/** What lies over the page has the keys. */
const above = 'dialog[open], [popover]:popover-open';

/** How many chapters on a pressed key leads: 1 for the right arrow, -1 for the left one, 0 where it means something else. */
export function stepOf(event: KeyboardEvent): number {
  const step = steps[event.key] ?? 0;
  if (step === 0 || event.defaultPrevented || event.repeat) return 0;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return 0;
  const { target } = event;
  if (!(target instanceof Element) || !target.matches(idle) || target.closest(busy)) return 0;
  return document.querySelector(above) ? 0 : step;
}
