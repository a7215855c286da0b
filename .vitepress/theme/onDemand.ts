/**
 * A part of the page whose script comes when the reader first reaches for it: one listener for the whole
 * document, which hands every such event to the part. What nobody touches costs nobody a byte.
 * @param selector finds what can be reached for; the part is given the element and the event
 */
export function onDemand<Name extends keyof DocumentEventMap>(
  selector: string,
  names: readonly Name[],
  load: () => Promise<{ default: (element: HTMLElement, event: DocumentEventMap[Name]) => void }>,
): void {
  if (import.meta.env.SSR) return;
  for (const name of names) {
    document.addEventListener(name, (event) => {
      const from = event.target instanceof Element ? event.target : null;
      const element = from?.closest<HTMLElement>(selector);
      if (element) void load().then((part) => part.default(element, event));
    });
  }
}
