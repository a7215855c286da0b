import type { Locator, Page } from 'playwright-core';

/** Waits until what the page has to draw now, and what follows that by a frame, is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        // A window that the browser does not paint at all has nothing to be waited for.
        setTimeout(done, 20_000);
        requestAnimationFrame(() =>
          setTimeout(() => requestAnimationFrame(() => setTimeout(done))),
        );
      }),
  );

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where an element is to be pressed: it is brought into view, and drawn there, as a hand would wait for. */
export async function boxInView(element: Locator): Promise<Box> {
  await element.scrollIntoViewIfNeeded();
  await drawn(element.page());
  const box = await element.boundingBox();
  if (!box) throw new Error(`${String(element)} has no box`);
  return box;
}
