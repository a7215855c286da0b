import type { Page } from 'playwright-core';

/** Waits until what the page has to draw now, and what follows that by a frame, is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() =>
          setTimeout(() => requestAnimationFrame(() => setTimeout(done))),
        );
      }),
  );
