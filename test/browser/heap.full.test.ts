// Two hundred runs on one page: what is used for a run is given back.
import { expect, test } from 'vitest';
import { useBook, wholeRead } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import type { Demo } from './support/demo.ts';
import { scales } from './support/heap.ts';
import type { Heap } from './support/heap.ts';

const book = useBook();

/** Runs one after the other, as fast as the page allows. */
const runs = (demo: Demo, count: number): Promise<void> =>
  demo.root.evaluate(async (root, wanted) => {
    const bar = root.querySelector('.run-bar');
    const button = bar?.querySelector('button');
    if (!bar || !button) throw new Error('the demo has no button to run it');
    for (let run = 0; run < wanted; run++) {
      // A run may be over before the next look at it; an observer misses none.
      const over = new Promise<void>((done) => {
        const watch = new MutationObserver((changes) => {
          if (!changes.some(({ oldValue }) => oldValue === 'true')) return;
          watch.disconnect();
          done();
        });
        watch.observe(bar, { attributeFilter: ['aria-busy'], attributeOldValue: true });
      });
      button.click();
      await over;
    }
  }, count);

const most = 0.05;
const growth = (before: Heap, after: Heap, part: keyof Heap) => after[part] / before[part] - 1;

// The engine compiles what runs often, and keeps the machine code on the heap: over the first six
// hundred runs of a chapter that is 0.8 MB, then no more. There the whole heap is weighed once this
// is done. The leaderboard takes too long for it: of its heap the machine code is left out.
test.for([
  { name: 'models/bpr', title: 'BPR', query: '?factors=2&epochs=1', before: 600 },
  { name: 'models/implicit-als', title: 'Implicit ALS', query: '?factors=2&iters=1', before: 600 },
  { name: 'models/trending', title: 'Trending', query: '', before: 600 },
  { name: 'leaderboard', title: 'The leaderboard', query: '', before: 20 },
] as const)(
  '200 runs on $name leave the heap as it was, within 5 %',
  async ({ name, title, query, before: warmUp }) => {
    const parts = warmUp < 200 ? (['data'] as const) : (['data', 'all'] as const);
    await book.visit(
      name,
      async ({ page, inspect }) => {
        await wholeRead(page);
        const demo = await demoOn(page, title);
        await runs(demo, warmUp);
        const weigh = await scales(await inspect());
        const before = await weigh();
        await runs(demo, 200);
        const after = await weigh();
        for (const place of ['page', 'worker'] as const) {
          for (const part of parts) {
            const grown = growth(before[place], after[place], part);
            console.log(`${name}, ${place}, ${part}: ${before[place][part]} bytes, then ${grown}`);
            expect(grown, `${place}, ${part}`).toBeLessThanOrEqual(most);
          }
        }
        await demo.runAndWait();
      },
      { query },
    );
  },
);
