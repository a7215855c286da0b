import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type * as scripts from '../test/support/browser.mjs';

type Scripts = typeof scripts;

/** From a new worker to its message, each time with fresh code. Run on the page. */
async function timeWorkers(runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    const worker = new Worker(`/worker.js?${n}`, { type: 'module' });
    await new Promise((done, fail) => {
      worker.onmessage = done;
      worker.onerror = fail;
    });
    times.push((performance.now() - start) / 1000);
    worker.terminate();
  }
  return times;
}

async function bundleWorker(): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: join('bench', 'worker.ts'), output: { format: 'es' } },
    },
  });
  for (const output of Array.isArray(result) ? result : [result]) {
    if ('output' in output) return output.output[0].code;
  }
  throw new Error('there is no bundle');
}

async function openBrowser(): Promise<Browser> {
  // Not bundled: the script looks for the repository from where it stands.
  const address = pathToFileURL(join('test', 'support', 'browser.mjs')).href;
  const { findBrowser, launchArgs } = (await import(/* @vite-ignore */ address)) as Scripts;
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = await findBrowser({ install: false });
  const given = Object.entries({ ...process.env, ...env });
  const known = given.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({ executablePath, args: launchArgs, env: Object.fromEntries(known) });
}

/** The time of the default leaderboard in new workers of a Chromium, or why there is none. */
export async function workerTimes(runs: number): Promise<number[] | string> {
  let browser: Browser;
  try {
    browser = await openBrowser();
  } catch (error) {
    return `not measured (${error instanceof Error ? error.message.split('\n')[0] : 'no browser'})`;
  }
  const code = await bundleWorker();
  const server = createServer(({ url = '/' }, response) => {
    const script = url.startsWith('/worker.js');
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? code : '<!doctype html><link rel="icon" href="data:,">');
  });
  try {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate(timeWorkers, runs);
  } finally {
    await browser.close();
    server.close();
  }
}
