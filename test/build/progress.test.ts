// What a build says of the results that it computes.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../../.vitepress/build/results/progress.ts';
import { root } from '../support/site.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is left counts what is under way, at the pace of this machine', async () => {
  const said: string[] = [];
  const file = join(root, 'node_modules/.cache/test/progress/seconds.json');
  const progress = new Progress(file, (line) => said.push(line));
  const finish: (() => void)[] = [];
  const work = (begun: () => void): Promise<void> => {
    begun();
    return new Promise((done) => finish.push(done));
  };
  const waits = (): Promise<void> => new Promise((done) => finish.push(done));
  const all = [
    progress.follow('long', 20, work),
    progress.follow('slow', 4, work),
    progress.follow('waiting', 6, waits),
  ];
  const about = (seconds: number): string =>
    `about ${Math.round(seconds / availableParallelism())} s`;

  vi.advanceTimersByTime(5_000);
  // 10 seconds for what should take 9: 22.2 - 5 of the long one, nothing of the slow one, 6.7 of the last.
  expect(said.at(-1)).toContain(`0 of 3 results computed, ${about(17.2 + 6.7)} left`);
  finish[1]();
  await all[1];
  vi.advanceTimersByTime(5_000);
  // 15 seconds for what should take 14.
  expect(said.at(-1)).toContain(`1 of 3 results computed, ${about(11.4 + 6.4)} left`);
  finish.forEach((end) => end());
  await Promise.all(all);
  expect(said.at(-1)).toBe('  3 results computed in 10.0 s');
});
