import { defineAsyncComponent } from 'vue';
import type { Component } from 'vue';
import { isTurnedTo } from '../arrival.ts';
import { fetched, inLine, scriptOf, whenIdle, whenStirred } from '../waiting.ts';

/** How far below the window a demo comes alive, so that it is ready when it is seen. */
const margin = '400px';

/** Resolves when the element comes near the window. */
function whenNear(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: margin },
    );
    observer.observe(element);
  });
}

/**
 * A demo in a chunk of its own. On a page that came as HTML it already stands there complete, and its
 * script comes when it is near and the reader stirs, or the page is quiet; at once if the address has a
 * query, which asks for a state.
 * @param selector finds the printed demo
 */
export function lazyDemo(selector: string, load: () => Promise<Component>): Component {
  return defineAsyncComponent(async () => {
    const printed = import.meta.env.SSR || isTurnedTo() ? null : document.querySelector(selector);
    if (!printed || location.search !== '') return fetched(load);
    const whenWanted = whenNear(printed).then(whenStirred);
    const script = scriptOf(load, whenWanted);
    await Promise.race([whenWanted, whenIdle()]);
    const part = await script;
    await inLine();
    return part;
  });
}

const never = Promise.race<never>([]);

/**
 * A part that says something and does nothing, in a chunk of its own: on a page that came as HTML it stands
 * there for good, and its script comes only where the page was turned to.
 * @param selector finds the printed part
 */
export function printedPart(selector: string, load: () => Promise<Component>): Component {
  return defineAsyncComponent(async () => {
    const printed = import.meta.env.SSR || isTurnedTo() ? null : document.querySelector(selector);
    if (printed) await never;
    return fetched(load);
  });
}
