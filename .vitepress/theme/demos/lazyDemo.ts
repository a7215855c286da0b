import { defineAsyncComponent } from 'vue';
import type { Component } from 'vue';
import { isTurnedTo } from '../arrival.ts';

/** How far below the window a demo comes alive, so that it is ready when it is seen. */
const margin = '400px';
/** How long the page has been complete before a demo that is far off comes alive as well. */
const patience = 4000;
/** From the one that comes alive in an idle page to the next. */
const between = 200;

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

/** Resolves when the page has had nothing to do for a while. Not every browser can tell. */
export const whenFree = (after: number, atLatest = patience): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      if ('requestIdleCallback' in window)
        requestIdleCallback(() => resolve(), { timeout: atLatest });
      else resolve();
    }, after);
  });

const whenLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

let turns: Promise<void> | undefined;

/**
 * Resolves when the page has loaded and has nothing else to do; for each who waits in turn, so that no two
 * parts come alive at once and keep the reader waiting.
 */
export function whenIdle(): Promise<void> {
  turns = turns?.then(() => whenFree(between)) ?? whenLoaded().then(() => whenFree(patience));
  return turns;
}

/** How long a part that is in view may wait for the page to be free. */
const soon = 200;
let line = Promise.resolve();

/** Resolves when those who came before are alive: between two of them a press is heard, and a picture drawn. */
function inLine(): Promise<void> {
  line = line.then(() => whenFree(0, soon));
  return line;
}

/** How long a reader has to stir before a demo that is in view comes alive all the same. */
const pause = 1500;
const stirrings = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'];

/** Resolves when somebody stirs, or shortly after the page has loaded: until then nothing competes with it. */
export const whenStirred = once(
  () =>
    new Promise<void>((resolve) => {
      for (const name of stirrings) {
        window.addEventListener(name, () => resolve(), { once: true, passive: true });
      }
      void whenLoaded().then(() => setTimeout(resolve, pause));
    }),
);

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

/**
 * A demo in a chunk of its own. On a page that came as HTML it already stands there complete, and its
 * script comes when it is near and the reader stirs, or the page is idle; at once if the address has a
 * query, which asks for a state.
 * @param selector finds the printed demo
 */
export function lazyDemo(selector: string, load: () => Promise<Component>): Component {
  return defineAsyncComponent(async () => {
    const printed = import.meta.env.SSR || isTurnedTo() ? null : document.querySelector(selector);
    if (printed && location.search === '') {
      await Promise.race([whenNear(printed).then(whenStirred), whenIdle()]);
      const part = await load();
      await inLine();
      return part;
    }
    return load();
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
    return load();
  });
}
