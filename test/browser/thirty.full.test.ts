// The house has room: with 15 and with 30 models the book is built, and nothing overlaps and nothing throws
// where all of them stand together.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tunable } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';
import { buildProject, projectOf, readIn } from '../support/copies.ts';
import type { Site } from '../support/site.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { settled, wholeRead } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { overflowing, overlappingTexts, smallTexts } from './support/layout.ts';
import { serveSite } from './support/server.ts';
import type { Browser, Page } from 'playwright-core';

describe.for([15, 30])('with %i models', (count) => {
  let project: ReturnType<typeof projectOf>;
  let site: Site;
  let server: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  beforeAll(async () => {
    project = projectOf(count);
    site = buildProject(project.folder);
    [browser, server] = await Promise.all([openBrowser(), serveSite(site)]);
  }, 1_800_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(dirname(project.folder), { recursive: true, force: true });
  });

  /** What a page has to say against itself, read to its end. */
  async function faultsOf(path: string, width: number, use?: (page: Page) => Promise<unknown>) {
    const { page, troubles, close } = await newPage(browser, server.url, { width });
    await page.goto(server.url + path, { waitUntil: 'load' });
    await settled(page);
    await wholeRead(page);
    await use?.(page);
    const faults = [
      ...(await page.evaluate(overflowing)),
      ...(await page.evaluate(overlappingTexts)),
      ...(await page.evaluate(smallTexts)),
    ];
    await close();
    return [...troubles, ...faults];
  }

  test.for(['', 'start', 'leaderboard', 'production', 'api', 'models/copy-one'])(
    'nothing overlaps on /%s, wide and narrow',
    async (path) => {
      for (const width of [1280, 360]) expect(await faultsOf(path, width)).toEqual([]);
    },
  );

  test('the leaderboard has a row for each, before and after a run', async () => {
    const rows = async (page: Page) => {
      const shown = page.locator('.leaderboard-demo tbody').first().locator('tr');
      // Those that have settings take part twice, and every copy is of one that has.
      const withoutSettings = models.length - tunable.length;
      expect(await shown.count()).toBe(2 * count - withoutSettings);
    };
    const faults = await faultsOf('leaderboard', 1280, async (page) => {
      await rows(page);
      const demo = await demoOn(page, 'The leaderboard');
      await demo.runAndWait();
      expect(await demo.status()).toBe('done');
      await rows(page);
    });
    expect(faults).toEqual([]);
  });

  test('contents, print and pictures have all of them', () => {
    const home = readIn(site, 'index.html');
    const print = readIn(site, 'print.html');
    for (const slug of project.slugs) {
      expect(home).toContain(`href="/models/${slug}"`);
      expect(print).toContain(slug);
      expect(readIn(site, `social/models/${slug}.png`).length).toBeGreaterThan(1000);
    }
  });
});
