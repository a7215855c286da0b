// Nothing that the reader presses is lost: what inline/presses.js keeps of a part that is not alive yet is
// carried out when it is.

/** A press, a step by a key, or what a field was set to. */
interface Press {
  /** Says that it waits, by `aria-busy`. */
  readonly control: Element;
  /** For a press: where it was, and the event to send there again. */
  readonly target?: Element;
  readonly event?: Event;
  /** For a field: what the reader has set. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly isSettled?: boolean;
}

interface KeptPresses {
  presses: Press[];
  isAsleep: (target: Element) => boolean;
  onPress: (control: Element) => void;
  /** The page is alive. */
  isHeard: boolean;
}

declare global {
  interface Window {
    bookPresses?: KeptPresses;
  }
}

const sleeping = new Map<Element, () => void>();

/** The outermost printed part around an element that is not alive yet. */
function partOf(element: Element): Element | undefined {
  for (let part: Element | null = element; part; part = part.parentElement)
    if (sleeping.has(part)) return part;
  return undefined;
}

function setField(field: Element, { value, checked, isSettled }: Press): void {
  if (field instanceof HTMLInputElement && checked !== undefined) field.checked = checked;
  if (value !== undefined) (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (isSettled) field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Carries out what was kept for controls that are alive now. */
function carryOut(): void {
  const kept = window.bookPresses;
  if (!kept) return;
  const ripe = kept.presses.filter(({ control }) => !partOf(control));
  kept.presses = kept.presses.filter((press) => !ripe.includes(press));
  for (const press of ripe) {
    press.control.removeAttribute('aria-busy');
    if (press.event) press.target?.dispatchEvent(press.event);
    else setField(press.control, press);
  }
}

/** The script of this part could not be had: what is closed in it opens, as nothing else would open it. */
export const tellLost = (root: Element): void => root.setAttribute('data-lost', '');

/** The controls of a part wait no longer: it could not be had. */
function giveUp(root: Element): void {
  tellLost(root);
  const kept = window.bookPresses;
  if (!kept) return;
  const lost = kept.presses.filter(({ control }) => root.contains(control));
  kept.presses = kept.presses.filter((press) => !lost.includes(press));
  for (const { control } of lost) control.removeAttribute('aria-busy');
}

export interface Sleeper {
  /** The part is alive: what was pressed meanwhile is carried out. */
  readonly isAlive: () => void;
  /** The part cannot be had for now: its controls wait no longer. */
  readonly isLost: () => void;
}

/** A printed part that is not alive yet. @param wake is called when the reader presses something in it */
export function sleeper(roots: readonly Element[], wake: () => void): Sleeper {
  for (const root of roots) sleeping.set(root, wake);
  return {
    isAlive() {
      for (const root of roots) sleeping.delete(root);
      carryOut();
    },
    isLost: () => roots.forEach(giveUp),
  };
}

/** The page itself is alive: from now on only its sleeping parts wait, and those that were pressed wake. */
export function hearPresses(): void {
  const kept = window.bookPresses;
  if (!kept) return;
  const wake = (control: Element): void => {
    const part = partOf(control);
    if (part) sleeping.get(part)?.();
  };
  kept.isAsleep = (target) => partOf(target) !== undefined;
  kept.onPress = wake;
  kept.isHeard = true;
  for (const { control } of kept.presses) wake(control);
  carryOut();
}
