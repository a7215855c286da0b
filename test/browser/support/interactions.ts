// How long a page keeps its reader waiting: from a press to the next picture, as the Event Timing API tells it.
import type { CDPSession, Page } from 'playwright-core';

export interface Interaction {
  /** What was touched, in words: `range "Half-life"`. */
  readonly what: string;
  /** Which element of its kind it is on the page, and the event: the same at every visit. */
  readonly place: string;
  /** From the event to the picture that follows, in milliseconds; told in steps of eight. */
  readonly ms: number;
  /** Of that, until the page listened, and while it worked. */
  readonly waited: number;
  readonly worked: number;
}

/**
 * Makes the window larger than the page in it. Its frame takes a part of it, and what lies outside is drawn
 * but not shown: a press there would wait for a picture until the page is scrolled.
 */
export async function showAll(browser: CDPSession): Promise<void> {
  const { windowId, bounds } = await browser.send('Browser.getWindowForTarget');
  const { width = 1280, height = 900 } = bounds;
  const larger = { width: width + 200, height: height + 200 };
  await browser.send('Browser.setWindowBounds', { windowId, bounds: larger });
}

/** To be installed before the page opens: it notes every event that is part of an interaction. */
export async function noteInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // A press is several events: the longest stands for it.
    const notes: Record<number, Interaction> = {};
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
    const placeOf = (node: Node | null | undefined): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      if (!element) return '';
      const { localName } = element;
      return `${localName} ${[...document.querySelectorAll(localName)].indexOf(element)}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const id = entry.interactionId;
        if (!id || entry.duration <= (notes[id]?.ms ?? 0)) continue;
        notes[id] = {
          what: `${entry.name} on ${say(entry.target)}`,
          place: `${entry.name} ${placeOf(entry.target)}`,
          ms: entry.duration,
          waited: Math.round(entry.processingStart - entry.startTime),
          worked: Math.round(entry.processingEnd - entry.processingStart),
        };
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** The interactions so far that took 16 ms or more, the longest first. */
export async function interactionsOf(page: Page): Promise<Interaction[]> {
  const notes = await page.evaluate(() =>
    Object.values(
      (window as unknown as { interactionNotes: Record<number, Interaction> }).interactionNotes,
    ),
  );
  return notes.sort((a, b) => b.ms - a.ms);
}

/**
 * The interactions that count for INP, Interaction to Next Paint: as web.dev defines it, one of every fifty
 * is left out, the longest first.
 */
export const counted = (all: readonly Interaction[]): readonly Interaction[] =>
  all.slice(Math.floor(all.length / 50));

/**
 * Each interaction at the best of several visits. What else the machine does can only add, now here and now
 * there: what is slow at every visit is the page's own.
 */
export function bestOf(visits: readonly (readonly Interaction[])[]): Interaction[] {
  const places = visits.map((visit) => {
    const slowest = new Map<string, Interaction>();
    for (const one of visit) {
      if (one.ms > (slowest.get(one.place)?.ms ?? 0)) slowest.set(one.place, one);
    }
    return slowest;
  });
  const [first, ...others] = places;
  return Array.from(first.values())
    .map((one) => {
      const again = others.map((visit) => visit.get(one.place));
      // What took less than 16 ms was not even noted.
      return again.reduce<Interaction>(
        (best, other) => (!other ? { ...one, ms: 0 } : other.ms < best.ms ? other : best),
        one,
      );
    })
    .sort((a, b) => b.ms - a.ms);
}
