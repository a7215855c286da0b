import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../scripts/static-server.mjs';
import { sites } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { newPage } from './support/browser.ts';
import { useBook, wholeRead } from './support/book.ts';
import {
  largeMarks,
  overflowing,
  overlappingTexts,
  shortened,
  smallTargets,
  smallTexts,
} from './support/layout.ts';
import { tasksWhile } from './support/longTasks.ts';
import { until, untilEqual } from './support/until.ts';

// A test that finds nothing proves little until it has found something: each detector that the
// other files rely on is shown a planted fault here.

const faulty = `<!doctype html><html lang="en"><head><title>Faults</title><link rel="icon" href="data:,">
<style>body { margin: 0 } .small { font-size: 11px } .wide { width: 700px }
.short { width: 50px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }</style></head>
<body><main><h1>Faults</h1><p style="color:#aaa;background:#fff">Pale words</p><img src="data:,">
<figure><svg viewBox="0 0 100 50" width="50" height="25"><text y="20" font-size="16">tiny</text><text x="4" y="24" font-size="16">over</text><text y="48" font-size="16">apart</text></svg>
<p class="small">small</p></figure><button style="width:20px;height:20px;padding:0">x</button>
<p><svg viewBox="-8 -8 16 16" width="90" aria-hidden="true"></svg> ring</p><div class="wide">wide</div><p class="short">a title too long for its place</p></main><script src="faults.js"></script></body></html>`;

const script = `
  console.log('a log'); console.info('an info'); console.warn('a warning'); console.debug('a debug');
  setTimeout(() => { throw new Error('an error') });
  fetch('missing').catch(() => {});
  fetch('broken').catch(() => {});
  fetch(location.origin.replace('127.0.0.1', 'localhost') + '/elsewhere', { mode: 'no-cors' }).catch(() => {});
  window.started = new Worker('worker.js');
`;
const worker = `
  console.log('from a worker');
  onmessage = () => { const end = performance.now() + 400; while (performance.now() < end); postMessage(1) };
  setTimeout(() => { throw new Error('an error in a worker') });
`;

let server: Server;
let address = '';
beforeAll(async () => {
  const bodies: Readonly<Record<string, [type: string, body: string]>> = {
    '/': ['text/html', faulty],
    '/faults.js': ['text/javascript', script],
    '/worker.js': ['text/javascript', worker],
    '/elsewhere': ['text/plain', 'elsewhere'],
  };
  server = createServer(({ url = '' }, response) => {
    const [type, body] = bodies[url] ?? [];
    if (url === '/broken') return response.destroy();
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain' });
    response.end(body);
  });
  address = `http://127.0.0.1:${await listen(server, 0)}/`;
});
afterAll(() => server.close());

describe('on a page full of faults', () => {
  const book = useBook();
  async function onFaults(use: (page: Page, troubles: string[]) => Promise<void>): Promise<void> {
    const { page, troubles, close } = await newPage(book.browser(), address, { width: 360 });
    try {
      await page.goto(address, { waitUntil: 'networkidle' });
      await use(page, troubles);
    } finally {
      await close();
    }
  }

  test('every message, error, failed request and request to elsewhere is seen, also a worker’s', async () => {
    await onFaults(async (_, troubles) => {
      const wanted = [
        /^console log: a log /,
        /^console info: an info /,
        /^console warning: a warning /,
        /^console debug: a debug /,
        /^error: an error$/,
        /^status 404: .*\/missing/,
        /^request failed: .*\/broken/,
        /^request to another origin: .*\/elsewhere/,
        /^console log: from a worker /,
        /an error in a worker/,
      ];
      const missing = () => wanted.filter((one) => !troubles.some((trouble) => one.test(trouble)));
      await until(
        missing,
        ({ length }) => length === 0,
        `all is seen in ${troubles.join('\n')}`,
        5000,
      );
    });
  });

  test('axe finds pale words and a picture without a text', async () => {
    await onFaults(async (page) => {
      const found = (await violationsOf(page)).join('\n');
      expect(found).toContain('color-contrast');
      expect(found).toContain('image-alt');
    });
  });

  test('what is too wide, cut short, too small to read and too small to hit is found', async () => {
    await onFaults(async (page) => {
      expect((await page.evaluate(overflowing)).join()).toContain('wide');
      expect(await page.evaluate(shortened)).toEqual(['a title too long for its place']);
      expect((await page.evaluate(smallTexts)).join()).toMatch(/8\.0 px: tiny.*11\.0 px: small/);
      expect(await page.evaluate(overlappingTexts)).toEqual(['“tiny” and “over”']);
      expect((await page.evaluate(smallTargets)).join()).toContain('20.0 x 20.0');
      expect(await page.evaluate(largeMarks)).toEqual(['90 px: ring']);
    });
  });

  test('a worker is counted while it lives', async () => {
    await onFaults(async (page) => {
      expect(page.workers()).toHaveLength(1);
      await page.evaluate(() => (window as unknown as { started: Worker }).started.terminate());
      await untilEqual(() => page.workers().length, 0, 'the number of workers');
    });
  });

  test('a task that holds up the main thread is measured, and a busy worker is not', async () => {
    await onFaults(async (page) => {
      const held = await tasksWhile(book.browser(), page, () =>
        page.evaluate(
          () =>
            new Promise<void>((done) => {
              setTimeout(() => {
                // 90 ms of work, however busy the machine is: counted in turns, not in time.
                const turn = (): void => {
                  for (let n = 0; n < 1e6; n++) Math.sqrt(n);
                };
                const begin = performance.now();
                for (let n = 0; n < 20; n++) turn();
                const each = (performance.now() - begin) / 20;
                for (let n = 0; n < 400 / Math.max(each, 0.2); n++) turn();
                done();
              }, 10);
            }),
        ),
      );
      expect(held.longest).toBeGreaterThan(50);
      const free = await tasksWhile(book.browser(), page, () =>
        page.evaluate(
          () =>
            new Promise<void>((done) => {
              const { started } = window as unknown as { started: Worker };
              started.onmessage = () => done();
              started.postMessage(0);
            }),
        ),
      );
      expect(free.count).toBeGreaterThan(0);
      expect(free.longest).toBeLessThan(50);
    });
  });
});

const planted = [
  { name: 'another text', from: /(>\s*Over all )\d+( test users)/, to: '$17$2' },
  { name: 'an element that is not there', from: /<dt[^>]*>Recall<\/dt>/, to: '' },
];
const plantedAttributes = [
  { name: 'another attribute', from: /(<input[^>]* max=")\d+"/, to: '$1999999"' },
  { name: 'another class', from: /(<section[^>]* class=")/, to: '$1planted ' },
];

describe.for(sites)('hydration of the book built for $base', (site) => {
  const book = useBook(site);
  // The build for publication is silent about attributes; the other one is made to tell of them.
  const faults = site.base === '/' ? planted : [...planted, ...plantedAttributes];

  test.for(faults)('tells of $name', async ({ from, to }) => {
    const { page, troubles, close } = await newPage(book.browser(), book.server().url);
    try {
      await page.route('**/models/bpr', async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        expect(html).toMatch(from);
        await route.fulfill({ response, body: html.replace(from, to) });
      });
      await page.goto(`${book.server().url}models/bpr`, { waitUntil: 'networkidle' });
      // A part comes alive when it is seen.
      await wholeRead(page);
      const told = () => troubles.filter((trouble) => /hydration/i.test(trouble)).length;
      await until(told, (count) => count > 0, `there is a message in ${troubles.join('\n')}`, 5000);
    } finally {
      await close();
    }
  });
});
