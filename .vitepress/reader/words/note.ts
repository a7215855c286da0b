/**
 * The one note on the page: a few words beside what they are about. It is in the top layer, so nothing
 * covers it; the pointer may go into it; Escape closes it.
 */

const edge = 12;
const gap = 3;
const patience = 250; // ms in which the pointer may be between a word and its note

interface Open {
  readonly anchor: Element;
  readonly note: HTMLElement;
  readonly over: AbortController;
}

let open: Open | undefined;
/** What Escape gave the focus back to: its note stays closed until the focus has left it. */
let dismissed: Element | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;

export const noteIsOn = (anchor: Element): boolean => open?.anchor === anchor;

export const isDismissed = (anchor: Element): boolean => dismissed === anchor;

export function closeNote(): void {
  clearTimeout(leaving);
  open?.over.abort();
  open?.note.remove();
  open?.anchor.removeAttribute('aria-describedby');
  open = undefined;
}

/** The line of the anchor that the pointer is on, or its first. */
function lineOf(anchor: Element, at: number | undefined): DOMRect {
  const lines = [...anchor.getClientRects()];
  const met = lines.find(({ top, bottom }) => at !== undefined && top <= at && at <= bottom);
  const line = met ?? lines[0] ?? anchor.getBoundingClientRect();
  // An equation stays in view as a whole.
  const whole = anchor.closest('.equation')?.getBoundingClientRect();
  return whole ? new DOMRect(line.x, whole.y, line.width, whole.height) : line;
}

function place(note: HTMLElement, line: DOMRect): void {
  const { width, height } = note.getBoundingClientRect();
  const room = document.documentElement.clientWidth - edge - width;
  const below = line.bottom + gap + height < innerHeight - edge || line.top < height;
  const top = below ? line.bottom + gap : line.top - height - gap;
  note.style.left = `${Math.max(edge, Math.min(line.left, room)) + scrollX}px`;
  note.style.top = `${top + scrollY}px`;
}

export interface NoteOptions {
  /** Where the pointer is, on an anchor of several lines. */
  readonly at?: number | undefined;
  /** Where in the page it is read: after this element. */
  readonly after: Element;
  /** The id of what it says, for those who hear the page. */
  readonly describedBy?: string;
}

/** Opens a note for an anchor, in the place of any other. */
export function openNote(
  anchor: Element,
  content: readonly Node[],
  { at, after, describedBy }: NoteOptions,
): HTMLElement {
  closeNote();
  const note = document.createElement('span');
  note.className = 'word-note';
  note.setAttribute('role', 'note');
  note.popover = 'manual';
  note.append(...content);
  after.after(note);
  if (describedBy) anchor.setAttribute('aria-describedby', describedBy);
  note.showPopover();
  place(note, lineOf(anchor, at));

  const over = new AbortController();
  open = { anchor, note, over };
  const { signal } = over;
  const isOurs = (target: unknown): boolean =>
    target instanceof Node && (anchor.contains(target) || note.contains(target));
  const isFocused = (): boolean => isOurs(document.activeElement);
  for (const element of [anchor, note]) {
    element.addEventListener('pointerenter', () => clearTimeout(leaving), { signal });
    element.addEventListener(
      'pointerleave',
      (event) => {
        clearTimeout(leaving);
        if ((event as PointerEvent).pointerType === 'touch' || isFocused()) return;
        leaving = setTimeout(closeNote, patience);
      },
      { signal },
    );
  }
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (!isOurs(target)) closeNote();
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!isOurs(target)) closeNote();
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      dismissed = anchor;
      anchor.addEventListener('focusout', () => (dismissed = undefined), { once: true });
      if (note.contains(document.activeElement) && anchor instanceof HTMLElement) anchor.focus();
      closeNote();
    },
    { signal },
  );
  // A link in the note has led to another page, or to another place of this one.
  note.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a')) setTimeout(closeNote);
    },
    { signal },
  );
  return note;
}
