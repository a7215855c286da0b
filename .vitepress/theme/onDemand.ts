/**
 * A part of the page whose script comes when the reader first reaches for it: one listener for the whole
 * document, which hands every such event to the part. What nobody touches costs nobody a byte.
 * @param selector finds what can be reached for; the part is given the element and the event
 * @param holds whether the part does what the browser would have done: it may come too late to say so itself
 */
export function onDemand<Name extends keyof DocumentEventMap>(
  selector: string,
  names: readonly Name[],
  load: () => Promise<{ default: (element: HTMLElement, event: DocumentEventMap[Name]) => void }>,
  holds: (event: DocumentEventMap[Name]) => boolean = () => false,
): void {
  if (import.meta.env.SSR) return;
  for (const name of names) {
    document.addEventListener(name, (event) => {
      const from = event.target instanceof Element ? event.target : null;
      const element = from?.closest<HTMLElement>(selector);
      if (!element) return;
      if (holds(event)) event.preventDefault();
      void load().then((part) => part.default(element, event));
    });
  }
}
