import type { Page } from 'playwright-core';

/** From the top of the page to its end and back, so that everything was in view once. */
export const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const step = innerHeight;
    for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 30));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
