import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tunable } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';
import { useBook } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { tasksWhile } from './support/longTasks.ts';
import { until, untilEqual } from './support/until.ts';

const book = useBook();
const metricColumns = ['Recall', 'Precision', 'nDCG', 'MAP'];
/** Everyone in the race, those that can be tuned twice; the oracle is a line in the chart. */
const rows = [...models, ...tunable];

const tableOn = (page: Page) =>
  page
    .getByRole('region', { name: 'The leaderboard, live', exact: true })
    .getByRole('table')
    .first();

/** The table's body as text, without the column of fit times. */
async function cells(page: Page): Promise<string[][]> {
  const table = await tableOn(page).evaluate((element: HTMLTableElement) =>
    [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  );
  // It is there only since something has run.
  const timed = table[0].at(-1)?.startsWith('Fit time');
  return timed ? table.map((row) => row.slice(0, -1)) : table;
}

async function column(page: Page, name: string): Promise<string[]> {
  const [head, ...rows] = await cells(page);
  const place = head.findIndex((text) => text.startsWith(name));
  expect(place, `a column ${name} among ${head.join(', ')}`).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[place]);
}

const demoOf = (page: Page) => demoOn(page, 'The leaderboard');

test.concurrent(
  'the leaderboard is printed sorted, and equals what the browser computes',
  async () => {
    const printed = await book.visit('leaderboard', ({ page }) => cells(page), {
      javaScriptEnabled: false,
    });
    expect(printed).toHaveLength(1 + rows.length);
    for (const { title } of rows) expect(printed.map(([name]) => name)).toContain(title);

    await book.visit('leaderboard', async ({ page }) => {
      const demo = await demoOf(page);
      expect(await cells(page)).toEqual(printed);
      const recall = (await column(page, 'Recall')).map(Number);
      expect(recall).toEqual([...recall].sort((a, b) => b - a));
      for (const value of recall) expect(value).toBeGreaterThan(0);
      const chart = await demo.result();

      await demo.runAndWait();
      expect(await cells(page)).toEqual(printed);
      const times = await tableOn(page).evaluate((table: HTMLTableElement) =>
        [...table.rows].slice(1).map((row) => row.cells[row.cells.length - 1].textContent.trim()),
      );
      for (const time of times) expect(time).toMatch(/^[<\d][\d.,]*\s*m?s$/);
      expect(await tableOn(page).getByRole('caption').textContent()).toMatch(/in WebAssembly/);
      const isTime = (text: string): boolean => times.includes(text) || text === 'Fit time';
      const withoutTimes = (lines: string[]) => lines.filter((line) => !isTime(line));
      expect(withoutTimes(await demo.result())).toEqual(withoutTimes(chart));
    });
  },
);

test.concurrent('a screen reader finds no run that is over', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const demo = await demoOf(page);
    const heard = demo.root.locator('.run-bar p[role="status"]');
    // Every text of the two, as long as the run lasts and a second more.
    await demo.root.locator('.run-bar').evaluate((bar) => {
      const texts: [boolean, string][] = [];
      const look = () => {
        const busy = bar.getAttribute('aria-busy') === 'true';
        texts.push([busy, bar.querySelector('p[role="status"]')?.textContent ?? '']);
      };
      new MutationObserver(look).observe(bar, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      Object.assign(window, { heardTexts: texts });
    });
    await demo.runAndWait();
    await until(
      () => heard.innerText(),
      (text) => text.startsWith('Reproduced'),
      'the result is announced',
    );
    const texts = await page.evaluate(
      () => (window as unknown as { heardTexts: [boolean, string][] }).heardTexts,
    );
    expect(texts.some(([busy]) => busy)).toBe(true);
    expect(texts.filter(([busy, text]) => !busy && text === 'Running.')).toEqual([]);
  });
});

test.concurrent('on a phone the names stay in front of the columns that pass', async () => {
  await book.visit(
    'leaderboard',
    async ({ page }) => {
      const demo = await demoOf(page);
      const covered = await demo.root.locator('.board-table').evaluate((table) => {
        table.scrollIntoView({ block: 'center', behavior: 'instant' });
        const wrong: string[] = [];
        const names = [...table.querySelectorAll('thead th:first-child, tbody th')];
        for (let left = 0; left <= table.scrollWidth - table.clientWidth; left += 10) {
          table.scrollLeft = left;
          for (const name of names) {
            const { x, y, width, height } = name.getBoundingClientRect();
            for (const share of [0.1, 0.5, 0.9]) {
              const there = document.elementFromPoint(x + share * width, y + height / 2);
              if (!name.contains(there)) wrong.push(`${name.textContent.trim()} at ${left} px`);
            }
          }
        }
        return { wrong, names: names.length, moved: table.scrollLeft };
      });
      expect(covered.wrong).toEqual([]);
      expect(covered.names).toBe(1 + rows.length);
      expect(covered.moved).toBeGreaterThan(100);
    },
    { width: 360 },
  );
});

test.concurrent('every column sorts, both ways', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const demo = await demoOf(page);
    await demo.runAndWait();
    for (const name of metricColumns) {
      const head = tableOn(page).getByRole('columnheader', { name: new RegExp(`^${name}`) });
      if ((await head.getAttribute('aria-sort')) !== 'descending') {
        await head.getByRole('button').click();
      }
      const falling = (await column(page, name)).map(Number);
      expect(falling, name).toEqual([...falling].sort((a, b) => b - a));
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      const rising = (await column(page, name)).map(Number);
      expect(rising, name).toEqual([...rising].sort((a, b) => a - b));
    }
    await tableOn(page).getByRole('button', { name: 'Model' }).click();
    const names = await column(page, 'Model');
    expect(names).toEqual([...names].sort());
    await tableOn(page).getByRole('button', { name: 'Fit time' }).click();
    const head = tableOn(page).getByRole('columnheader', { name: 'Fit time' });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
  });
});

test.concurrent(
  'another length of the lists changes the numbers, and Reset brings them back',
  async () => {
    await book.visit('leaderboard', async ({ page }) => {
      const demo = await demoOf(page);
      const printed = await cells(page);
      await demo.number(/places|first/i).fill('20');
      await until(
        () => new URL(page.url()).search,
        (query) => query.includes('k=20'),
        'k is told',
      );
      if ((await demo.status()) === 'idle') await demo.button('Run').click();
      await demo.becomes('done');
      await until(
        () => cells(page),
        (now) => now.join() !== printed.join(),
        'the table is another',
      );
      const recall = (rows: string[][]): number =>
        rows.slice(1).reduce((sum, row) => sum + Number(row[1]), 0);
      expect(recall(await cells(page))).toBeGreaterThan(recall(printed));
      await demo.button('Reset').click();
      await untilEqual(() => cells(page), printed, 'the table');
      await untilEqual(() => new URL(page.url()).search, '', 'the query');
    });
  },
);

test.concurrent('the leaderboard tells its progress, and stops', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const demo = await demoOf(page);
    const printed = await cells(page);
    // A slow machine, so that there is time to stop: the worker waits for its script.
    await page.route(/worker[^/]*\.js/, async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await demo.button('Run').click();
    await demo.becomes('running');
    expect(page.getByRole('progressbar').first()).toBeDefined();
    await demo.button('Stop').click();
    await demo.becomes('stopped');
    await untilEqual(() => page.workers().length, 0, 'the number of workers');
    expect(await cells(page)).toEqual(printed);
    await demo.runAndWait();
    expect(await cells(page)).toEqual(printed);
  });
});

test.concurrent('nonsense in the address of the leaderboard is ignored with a note', async () => {
  await book.visit(
    'leaderboard',
    async ({ page }) => {
      const demo = await demoOf(page);
      expect(await cells(page)).toHaveLength(1 + rows.length);
      await until(demo.says, (text) => /ignored in the address/i.test(text), 'there is a note');
      await demo.runAndWait();
    },
    { query: '?k=NaN&metric=-1&data=1e999&__proto__=2&%00=<script>' },
  );
});

/** What the chart says to those who do not see it. */
const chartOf = (page: Page, demo: string) =>
  page.getByRole('region', { name: demo, exact: true }).getByRole('img').first();

test.concurrent(
  'an old address with another split leads on to this board, with a note',
  async () => {
    const printed = await book.visit('leaderboard', ({ page }) => cells(page));
    await book.visit(
      'leaderboard',
      async ({ page }) => {
        const demo = await demoOf(page);
        await until(demo.says, (text) => /ignored in the address.*split/i.test(text), 'the note');
        expect(await cells(page)).toEqual(printed);
        const said = await chartOf(page, 'The leaderboard, live').locator('desc').textContent();
        expect(said).toMatch(/true probabilities 0\.\d{3}/);
        await demo.runAndWait();
        expect(await cells(page)).toEqual(printed);
      },
      { query: '?split=last' },
    );
  },
);

test.concurrent(
  'each model is compared with the leader, as the table of all pairs has it',
  async () => {
    await book.visit('leaderboard', async ({ page }) => {
      await demoOf(page);
      const names = await column(page, 'Model');
      const said = await column(page, 'Against the leader');
      const leader = names[said.indexOf('leads')];
      expect(said.filter((text) => text === 'leads')).toHaveLength(1);
      const nPairs = (rows.length * (rows.length - 1)) / 2;
      await page.getByText(`Show all ${nPairs} pairs`).click();
      const pairs = page.getByRole('region', { name: /differences user by user/ });
      const lines = await pairs.getByRole('row').allInnerTexts();
      expect(lines).toHaveLength(nPairs + 1);
      names.forEach((name, n) => {
        if (name === leader) return;
        const words = lines.map((line) => line.split('\t').map((word) => word.trim()));
        const pair = words.find(([ahead, behind]) => ahead === leader && behind === name);
        const [, , difference, , , verdict] = pair ?? words.find(([a, b]) => a === name && b === leader) ?? []; // prettier-ignore
        expect(said[n], name).toBe(
          verdict === 'tied' ? 'tied' : `behind by ${difference.replace('+', '')}`,
        );
      });
    });
  },
);

test.concurrent('another metric compares anew', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const demo = await demoOf(page);
    const finding = () => demo.root.locator('.finding').innerText();
    expect(await finding()).toContain('Recall@10');
    await demo.root.getByLabel('Compare by').selectOption('MAP');
    await until(finding, (text) => text.includes('MAP@10'), 'the finding is about MAP');
    const map = (await column(page, 'MAP')).map(Number);
    expect(map).toEqual([...map].sort((a, b) => b - a));
  });
});

test.concurrent('the race over several logs runs, stops, and is the printed one', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const name = 'The leaderboard on several logs';
    const demo = await demoOn(page, name);
    const printed = await demo.result();
    const said = () => chartOf(page, `${name}, live`).locator('desc').textContent();
    const before = await said();

    await demo.root.getByLabel('Draw').selectOption('40');
    await until(demo.says, (text) => /not yet that of these/.test(text), 'the chart is old');
    await demo.button('Run').click();
    await until(demo.says, (text) => /Log [2-9] of 40/.test(text), 'a log is done');
    await demo.button('Stop').click();
    await demo.becomes('stopped');
    await untilEqual(() => page.workers().length, 0, 'the number of workers');
    expect(await said()).toBe(before);

    await demo.button('Reset').click();
    await demo.button('Run').click();
    await demo.becomes('done', 60_000);
    expect(await demo.says()).toMatch(/identical to the printed numbers/);
    expect(await demo.result()).toEqual(printed);

    await demo.root.getByLabel('Draw').selectOption('5');
    await demo.button('Run').click();
    await until(said, (text) => text !== before, 'the chart is another', 30_000);
    expect(await demo.root.locator('.head').innerText()).toContain('on 5 logs');
  });
});

test('the leaderboard never holds up the main thread for 50 ms', { retry: 2 }, async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const demo = await demoOf(page);
    await page.waitForTimeout(200);
    const { longest, count } = await tasksWhile(book.browser(), page, demo.runAndWait);
    expect(count).toBeGreaterThan(10);
    expect(longest).toBeLessThanOrEqual(50);
  });
});

/** How far the middle of each name is from the line of its row, in CSS pixels. */
const namesFromLines = (chart: Locator): Promise<number[]> =>
  chart.evaluate((element) => {
    const middles = (selector: string) =>
      Array.from(element.querySelectorAll(selector), (part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return (top + bottom) / 2;
      });
    const [names, lines] = [middles('.names li'), middles('.interval')];
    return names.map((middle, n) => Math.abs(middle - lines[n]));
  });

test('in each world every model is named beside its line', async () => {
  for (const width of [1280, 360])
    await book.visit(
      'leaderboard',
      async ({ page }) => {
        await page.locator('.world-chart').scrollIntoViewIfNeeded();
        const apart: number[] = [];
        for (const panel of await page.locator('.world-chart .panel').all())
          apart.push(...(await namesFromLines(panel)));
        expect(apart.length).toBeGreaterThan(models.length);
        expect(Math.max(...apart)).toBeLessThan(4);
      },
      { width },
    );
});

test('in the race, on one log and on several, every model is named beside its line', () =>
  book.visit('leaderboard', async ({ page }) => {
    for (const demo of ['.leaderboard-demo', '.seed-board']) {
      const chart = page.locator(`${demo} .named-rows`);
      await chart.scrollIntoViewIfNeeded();
      const apart = await namesFromLines(chart);
      expect(apart).toHaveLength(rows.length);
      expect(Math.max(...apart)).toBeLessThan(4);
    }
  }));
