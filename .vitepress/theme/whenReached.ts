interface Part<Event> {
  readonly default: (element: HTMLElement, event: Event) => void;
}

interface Options<Event> {
  /** Whether the part does what the browser would have done: it may come too late to say so itself. */
  readonly holds?: (event: Event) => boolean;
  /** Called when the script cannot be had, where the reader waits for something. */
  readonly lost?: (element: HTMLElement) => void;
}

/**
 * A part of the page whose script comes when the reader first reaches for it: one listener for the whole
 * document, which hands every such event to the part. What nobody touches costs nobody a byte.
 * @param selector finds what can be reached for; the part is given the element and the event
 */
export function whenReached<Name extends keyof DocumentEventMap>(
  selector: string,
  names: readonly Name[],
  load: () => Promise<Part<DocumentEventMap[Name]>>,
  { holds = () => false, lost = () => undefined }: Options<DocumentEventMap[Name]> = {},
): void {
  if (import.meta.env.SSR) return;
  // Once it is here, it answers within the event.
  let part: Part<DocumentEventMap[Name]> | undefined;
  for (const name of names) {
    document.addEventListener(name, (event) => {
      const from = event.target instanceof Element ? event.target : null;
      const element = from?.closest<HTMLElement>(selector);
      if (!element) return;
      if (holds(event)) event.preventDefault();
      if (part) part.default(element, event);
      else
        void load().then(
          (loaded) => {
            part = loaded;
            loaded.default(element, event);
          },
          () => lost(element),
        );
    });
  }
}
