// What the device keeps of a reader: it comes back, it can be forgotten, and nothing breaks without a storage.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { placeKey, progressKey } from '../../../.vitepress/reader/learning/key.ts';
import type * as Progress from '../../../.vitepress/reader/learning/progress.ts';
import { readProgress } from '../../../.vitepress/reader/learning/kept.ts';

type Part = typeof Progress;

/** A window of its own, with what its storage has kept. */
async function openWindow(kept: Map<string, string> | null): Promise<Part> {
  vi.resetModules();
  // Vue asks for an element as soon as there is a document.
  vi.stubGlobal('document', { querySelectorAll: () => [], createElement: () => ({}) });
  const refuse = (): never => {
    throw new Error('closed');
  };
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('localStorage', {
    getItem: kept ? (key: string) => kept.get(key) ?? null : refuse,
    setItem: kept ? (key: string, value: string) => kept.set(key, value) : refuse,
    removeItem: kept ? (key: string) => kept.delete(key) : refuse,
  });
  return import('../../../.vitepress/reader/learning/progress.ts');
}

describe('progress', () => {
  let kept = new Map<string, string>();
  beforeEach(() => {
    kept = new Map();
  });
  // What is kept is marked on the page by a script that comes later.
  afterEach(async () => {
    await vi.dynamicImportSettled();
    vi.unstubAllGlobals();
  });

  test('all of it is forgotten with the place where the reader was', async () => {
    const { solve, forget } = await openWindow(kept);
    kept.set(placeKey, '{"link":"/data"}');
    solve('bpr-1');
    forget(['bpr-1']);
    expect([...kept.keys()]).toEqual([placeKey]);
    forget();
    expect(kept.size).toBe(0);
  });

  test('is there in the next window', async () => {
    const first = await openWindow(kept);
    first.solve('bpr-1');
    first.solve('bpr-1');
    first.predict('bpr', 2);
    const next = await openWindow(kept);
    expect(next.useProgress()).toEqual({ solved: ['bpr-1'], said: { bpr: 2 } });
  });

  test('can be forgotten, of one chapter or of all, and then nothing is kept', async () => {
    const { forget, predict, solve, useProgress } = await openWindow(kept);
    for (const id of ['bpr-1', 'bpr-2', 'data-1']) solve(id);
    predict('bpr', 0);
    predict('data', 1);
    forget(['bpr-1', 'bpr-2', 'bpr']);
    expect(useProgress()).toEqual({ solved: ['data-1'], said: { data: 1 } });
    forget();
    expect(useProgress()).toEqual({ solved: [], said: {} });
    expect(kept.has(progressKey)).toBe(false);
  });

  test('of another device is added, and what is here stays as it is', async () => {
    const { predict, solve, takeIn, useProgress } = await openWindow(kept);
    solve('bpr-1');
    predict('bpr', 2);
    takeIn({ solved: ['bpr-2', 'bpr-1'], said: { bpr: 0, data: 1 } });
    const both = { solved: ['bpr-1', 'bpr-2'], said: { bpr: 2, data: 1 } };
    expect(useProgress()).toEqual(both);
    expect(readProgress(kept.get(progressKey) ?? null)).toEqual(both);
  });

  test('lasts as long as the visit where the storage is closed', async () => {
    const { forget, solve, useProgress } = await openWindow(null);
    solve('bpr-1');
    expect(useProgress().solved).toEqual(['bpr-1']);
    forget();
    expect(useProgress().solved).toEqual([]);
  });

  test.for([
    [null],
    ['nonsense'],
    ['null'],
    ['[]'],
    ['{"solved": 7, "said": "x"}'],
    ['{"solved": [1, null], "said": {"bpr": "2"}}'],
  ] as const)('that is kept as %s is none', ([text]) => {
    expect(readProgress(text)).toEqual({ solved: [], said: {} });
  });
});
