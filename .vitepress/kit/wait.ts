// The two ways in which a part of the page waits: until it is visible, and until the page is idle.

/** How far below the window a part counts as visible, so that it is ready when it is seen. */
const margin = '400px';
/** How long a reader has to stir before what is in view goes on all the same. */
const stillness = 1500;
const stirrings = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'];
/** How long the page has been complete before it counts as idle. */
const quiet = 4000;
/** From the end of one work in an idle page to the next. */
const between = 200;
/** How long one work may keep the next one waiting. */
const longest = 15_000;

/** Resolves when the browser has nothing to do. Not every one can tell. */
export const whenFree = (atLatest: number): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => resolve(), { timeout: atLatest });
    else setTimeout(resolve);
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const whenLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

let stirred: Promise<void> | undefined;

/** Resolves when the reader stirs, or shortly after the page has loaded: until then nothing competes with it. */
const whenStirred = (): Promise<void> =>
  (stirred ??= new Promise((resolve) => {
    for (const name of stirrings)
      window.addEventListener(name, () => resolve(), { once: true, passive: true });
    void whenLoaded().then(() => setTimeout(resolve, stillness));
  }));

/** Resolves when the element is in the window or near it, and the page has loaded or its reader stirs. */
export function whenVisible(element: Element): Promise<void> {
  const near = new Promise<void>((resolve) => {
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
  return near.then(whenStirred);
}

let line: Promise<unknown> | undefined;

/**
 * Does the work when the page has been complete for a while and has nothing else to do; one work after the
 * other, so that no two keep the reader waiting.
 */
export function whenIdle<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = line?.then(() => pause(between)) ?? whenLoaded().then(() => pause(quiet));
  const done = before.then(() => whenFree(quiet)).then(work);
  // Who comes next does not hear what went wrong, and does not wait for a script that is long on its way.
  const over = done.catch(() => undefined);
  line = before.then(() => Promise.race([over, pause(longest)]));
  return done;
}
