// ALS in shares: the same bits for any number of workers, and no worker outlives the fit.
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { fitParallel, sharesOf, solveShares } from '../code/parallel.ts';
import type { CrewWorker } from '../code/parallel.ts';
import { buildMatrix, ImplicitALS } from '../code/recsys.ts';
import type { ImplicitALSOptions } from '../code/recsys.ts';
import { randomLog, range } from './support/logs.ts';

const { rows, nUsers, nItems } = randomLog(41, 23, 400, 1);

const bitsOf = ({ userFactors, itemFactors }: ImplicitALS): number[] => [
  ...userFactors.to1DArray(),
  ...itemFactors.to1DArray(),
];
const alone = (options: ImplicitALSOptions): ImplicitALS =>
  new ImplicitALS(options).fit(rows, nUsers, nItems);

/** Workers on this thread, and how many of them have not ended. */
function onThisThread(script: (port: MessagePort) => void = solveShares) {
  const open = new Set<MessagePort>();
  const start = (): CrewWorker => {
    const { port1, port2 } = new MessageChannel();
    script(port2);
    open.add(port1);
    return Object.assign(port1, {
      terminate: () => {
        open.delete(port1);
        port1.close();
      },
    });
  };
  return { open, start };
}

/** As a page has it, which knows nothing of `on`. */
function asInAPage(worker: CrewWorker): CrewWorker {
  const port = worker as unknown as MessagePort & CrewWorker;
  return {
    postMessage: (message) => port.postMessage(message),
    addEventListener: (name, listener) =>
      (port as unknown as EventTarget).addEventListener(name, listener as never),
    terminate: () => port.terminate(),
  };
}

describe.for([
  {},
  { factors: 5, reg: 1, iters: 3 },
  { solver: 'cg' },
  { solver: 'cg', cgSteps: 2, precision: 'single', factors: 7 },
] as const)('ImplicitALS(%j)', (options) => {
  test.for([1, 2, 3, 5, 60])('is the same to the bit by %i workers', async (workers) => {
    const { open, start } = onThisThread();
    const model = await fitParallel(options, rows, nUsers, nItems, { workers, start });
    const other = alone(options);
    expect(bitsOf(model)).toEqual(bitsOf(other));
    expect(model.options).toEqual(other.options);
    expect(open.size).toBe(0);
    for (const user of range(5)) {
      expect(model.recommend(user)).toEqual(other.recommend(user));
      expect(model.explain(user, 3)).toEqual(other.explain(user, 3));
    }
  });
});

test('begins where it is told to, and reports as fit does', async () => {
  const init = alone({ factors: 4, iters: 1 });
  const told: unknown[][] = [[], []];
  const optionsOf = (n: number): ImplicitALSOptions => ({
    factors: 4,
    iters: 3,
    init,
    onProgress: (progress) => told[n].push(progress),
  });
  const { start } = onThisThread();
  const crew = { workers: 2, start: () => asInAPage(start()) };
  const model = await fitParallel(optionsOf(0), rows, nUsers, nItems, crew);
  expect(bitsOf(model)).toEqual(bitsOf(alone(optionsOf(1))));
  expect(told[0]).toEqual(told[1]);
  expect(told[0]).toHaveLength(3);
});

test('is the same in threads of their own', async () => {
  const file = fileURLToPath(new URL('support/shares.worker.ts', import.meta.url));
  const results = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      ssr: file,
      rolldownOptions: { external: /^node:/ },
    },
    ssr: { noExternal: true },
  });
  const [built] = [results].flat();
  if (!('output' in built)) throw new Error('nothing was built');
  const code = Buffer.from(built.output[0].code).toString('base64');
  const address = new URL(`data:text/javascript;base64,${code}`);
  const start = (): CrewWorker => new Worker(address);
  const model = await fitParallel({}, rows, nUsers, nItems, { workers: 2, start });
  expect(bitsOf(model)).toEqual(bitsOf(alone({})));
});

describe('what goes wrong', () => {
  const crew = onThisThread();
  const fit = (options: ImplicitALSOptions, start: unknown = crew.start, workers: unknown = 2) =>
    fitParallel(options, rows, nUsers, nItems, { workers, start } as never);

  test.for([
    [0, 'fitParallel: workers must be'],
    [1.5, 'fitParallel: workers must be'],
    ['two', 'fitParallel: workers must be'],
  ] as const)('%j workers are refused', async ([workers, words]) => {
    await expect(fit({}, crew.start, workers)).rejects.toThrow(words);
  });

  test('what is no worker is refused, and those that were started end', async () => {
    await expect(fit({}, 'worker.js')).rejects.toThrow('fitParallel: start must be a function');
    let left = 1;
    const start = (): unknown => (left-- > 0 ? crew.start() : undefined);
    await expect(fit({}, start)).rejects.toThrow('fitParallel: start() must be a worker');
    expect(crew.open.size).toBe(0);
  });

  test('bad options and rows are refused as fit refuses them', async () => {
    await expect(fit({ factors: 0 })).rejects.toThrow(/factors/);
    const bad = fitParallel({}, [[0, 99, 0]], 2, 2, { workers: 1, start: crew.start });
    await expect(bad).rejects.toThrow(/^ImplicitALS\.fit/);
    expect(crew.open.size).toBe(0);
  });

  test('a half-step that can’t be done is told in the words of fit', async () => {
    const options = { reg: 0, alpha: 1e300, factors: 30, iters: 2 };
    const words = await fit(options).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(words).not.toBe('');
    expect(() => alone(options)).toThrow(words.replace(/^Error: /, ''));
    expect(crew.open.size).toBe(0);
  });

  test('a worker that breaks or ends ends the fit and all others', async () => {
    const threads: Worker[] = [];
    const start = (source: string) => () => {
      const worker = new Worker(source, { eval: true });
      threads.push(worker);
      return worker;
    };
    await expect(fit({}, start("throw new Error('no memory')"))).rejects.toThrow(
      'a worker broke: no memory',
    );
    await expect(
      fit(
        {},
        start("require('node:worker_threads').parentPort.once('message', () => process.exit())"),
      ),
    ).rejects.toThrow('a worker broke: it ended');
    expect(await Promise.all(threads.map((worker) => worker.terminate()))).toHaveLength(4);
  });
});

test('shares are all rows, once and in order, and of about the same work', () => {
  for (const workers of [1, 2, 3, 7]) {
    const R = buildMatrix(rows, nUsers, nItems);
    const starts = sharesOf(R, workers);
    expect(starts).toHaveLength(workers + 1);
    expect([starts[0], starts[workers]]).toEqual([0, nUsers]);
    const works = range(workers).map(
      (n) => R.indptr[starts[n + 1]] - R.indptr[starts[n]] + starts[n + 1] - starts[n],
    );
    expect(Math.min(...works)).toBeGreaterThanOrEqual(0);
    const longest = Math.max(...range(nUsers).map((u) => R.indptr[u + 1] - R.indptr[u])) + 1;
    const fair = (R.indices.length + nUsers) / workers;
    for (const work of works) expect(Math.abs(work - fair)).toBeLessThanOrEqual(longest);
  }
});
