// axe-core on a page. It is evaluated from outside the page, so that the page's policy stays on.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { scrollThrough } from './scroll.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All of WCAG 2.2 at level A and AA, and what axe holds for good practice beside it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Axe {
  readonly run: (context: ElementContext, options: RunOptions) => Promise<AxeResults>;
}

/** What axe finds fault with, one line for each place: empty where all is well. */
export async function violationsOf(page: Page, within = ':root'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(`${source};void 0`);
  // What moves is looked at when it has come to rest.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
  const violations = await page.evaluate(
    async ({ within, tags }) => {
      const { axe } = window as unknown as { axe: Axe };
      const options = { runOnly: tags, resultTypes: ['violations' as const] };
      const results = await axe.run(within, options);
      return results.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map(({ target, failureSummary, any }) => ({
          target: target.join(' '),
          why: any[0]?.message ?? failureSummary ?? '',
        })),
      }));
    },
    { within, tags },
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, why }) => `${id} (${impact ?? '?'}) at ${target}: ${why}`),
  );
}

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** Light and dark, wide and narrow; light at 1280 px first, dark at 360 px last. */
export const looks: readonly Look[] = [1280, 360].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ theme, width })),
);

/**
 * A window that the browser does not paint for a while hears of no other theme until it does: a picture makes it
 * paint. That the page follows is what is waited for, either way.
 */
async function inTheme(page: Page, theme: Look['theme']): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  const follows = page.locator(theme === 'dark' ? 'html.dark' : 'html:not(.dark)');
  const isThere = await follows.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  await follows.waitFor();
}

/** What axe finds on a page, with the look that it was found in. */
export async function faultsIn(
  page: Page,
  looks: readonly Look[],
  within?: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { theme, width } of looks) {
    const isOther = page.viewportSize()?.width !== width;
    await page.setViewportSize({ width, height: 900 });
    // What the browser skips while it is out of view stands where it stood at another width, until it is passed.
    if (isOther) await scrollThrough(page);
    await inTheme(page, theme);
    for (const fault of await violationsOf(page, within)) {
      faults.push(`${theme}, ${width} px: ${fault}`);
    }
  }
  return faults;
}
