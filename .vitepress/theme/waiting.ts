/** How long the page has been complete before it counts as quiet. */
const patience = 4000;
/** From the one that comes alive in a quiet page to the next. */
const between = 200;
/** How long a part that is in view may wait for the page to be free. */
const soon = 200;
/** A page that is as good as hidden, behind another window say, need not tell. */
const unseen = 200;
/** How long a reader has to stir before a demo that is in view comes alive all the same. */
const pause = 1500;
const stirrings = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'];

/** Makes it at the first call; each call gives the same. */
function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

/** Resolves when the page has nothing to do, some time after now. Not every browser can tell. */
export const whenFree = (after: number, atLatest = patience): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      if ('requestIdleCallback' in window)
        requestIdleCallback(() => resolve(), { timeout: atLatest });
      else resolve();
    }, after);
  });

/** Resolves when the next picture of the page has been drawn. A page that nobody sees draws none. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, document.hidden ? 0 : unseen);
  });

const whenLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

/** Resolves when the page has been complete for a while and has nothing else to do. */
export const whenQuiet = once(() => whenLoaded().then(() => whenFree(patience)));

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

let turns: Promise<void> | undefined;

/**
 * Resolves when the page is quiet; for each who waits in turn, so that no two parts come alive at once and
 * keep the reader waiting.
 */
export function whenIdle(): Promise<void> {
  turns = turns?.then(() => whenFree(between)) ?? whenQuiet();
  return turns;
}

let line = Promise.resolve();

/** Resolves when those who came before are alive: between two of them a press is heard, and a picture drawn. */
export function inLine(): Promise<void> {
  line = line.then(() => whenFree(0, soon));
  return line;
}

const scripts: Promise<unknown>[] = [];

const whenOnline = (): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('online', () => resolve(), { once: true });
  });

/** How long before a script is asked for again that did not come to a browser which calls itself online. */
const pauses = [1000, 2000, 4000, 8000];

/** A script; who is offline waits for it, and the printed page stands meanwhile. */
export async function fetched<Part>(
  load: () => Promise<Part>,
  [next, ...rest] = pauses,
): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (import.meta.env.SSR) throw error;
    if (!navigator.onLine) {
      await whenOnline();
      return fetched(load);
    }
    // The network may have gone and come back before this was heard, or be gone and not yet be called so.
    if (!next) throw error;
    await new Promise((done) => setTimeout(done, next));
    return fetched(load, rest);
  }
}

/** The script of a part, asked for when the reader needs it, and at the latest when the page is quiet. */
export function scriptOf<Part>(
  load: () => Promise<Part>,
  whenNeeded: Promise<unknown>,
): Promise<Part> {
  const script = Promise.race([whenNeeded, whenQuiet()]).then(() => fetched(load));
  // Who needs the script hears that it cannot be had.
  scripts.push(script.catch(() => undefined));
  return script;
}

/** Resolves when the page is quiet, every script that it waits for is here, and nothing else is to be done. */
export async function whenAllHere(): Promise<void> {
  await whenQuiet();
  await Promise.all(scripts);
  await whenFree(0);
}
