// How long a page keeps its reader waiting: from a press to the next picture, as the Event Timing API tells it.
import type { Page } from 'playwright-core';

export interface Interaction {
  /** What was touched, in words: `range "Half-life"`. */
  readonly what: string;
  /** From the event to the picture that follows, in milliseconds; told in steps of eight. */
  readonly ms: number;
}

/** To be installed before the page opens: it notes every event that is part of an interaction. */
export async function noteInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: { name: string; duration: number; what: string }[] = [];
    Object.assign(window, { interactionNotes: notes });
    const say = (node: Node | null | undefined): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      if (!element) return 'what has gone';
      const label =
        element.getAttribute('aria-label') ??
        (element as HTMLInputElement).labels?.[0]?.textContent ??
        element.textContent;
      return `${element.localName} "${label.replace(/\s+/g, ' ').trim().slice(0, 40)}"`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (!entry.interactionId) continue;
        notes.push({ name: entry.name, duration: entry.duration, what: say(entry.target) });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** The interactions so far that took 16 ms or more, the longest first. */
export async function interactionsOf(page: Page): Promise<Interaction[]> {
  const notes = await page.evaluate(
    () =>
      (
        window as unknown as {
          interactionNotes: { name: string; duration: number; what: string }[];
        }
      ).interactionNotes,
  );
  return notes
    .map(({ name, duration, what }) => ({ what: `${name} on ${what}`, ms: duration }))
    .sort((a, b) => b.ms - a.ms);
}
