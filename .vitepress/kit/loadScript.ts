const whenOnline = (): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('online', () => resolve(), { once: true });
  });

/** How long before a script is asked for again that did not come to a browser which calls itself online. */
const pauses = [1000, 2000, 4000, 8000];

/** A script; who is offline waits for it, and the printed page stands meanwhile. */
export async function loadScript<Part>(
  load: () => Promise<Part>,
  [next, ...rest] = pauses,
): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (import.meta.env.SSR) throw error;
    if (!navigator.onLine) {
      await whenOnline();
      return loadScript(load);
    }
    // The network may have gone and come back before this was heard, or be gone and not yet be called so.
    if (!next) throw error;
    await new Promise((done) => setTimeout(done, next));
    return loadScript(load, rest);
  }
}
