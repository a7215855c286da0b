import { expect, test } from 'vitest';
import { idle, reduce } from '../../.vitepress/kit/runState.ts';
import type { RunEvent, RunState } from '../../.vitepress/kit/runState.ts';

const after = (...events: RunEvent[]): RunState => events.reduce(reduce, idle);
const start = (runId: number): RunEvent => ({ type: 'start', runId });
const progress = (runId: number, step: number): RunEvent => ({
  type: 'progress',
  runId,
  id: 'bpr',
  progress: { step, total: 30, value: 0.5 },
});

test('a run starts, tells how far it is, and is done', () => {
  expect(after(start(1)).status).toBe('running');
  expect(after(start(1), progress(1, 7)).progress).toMatchObject({ id: 'bpr', step: 7 });
  expect(after(start(1), progress(1, 7), { type: 'done', runId: 1 }).status).toBe('done');
});

test('an answer of another run changes nothing', () => {
  const running = after(start(1), start(2), progress(2, 3));
  expect(reduce(running, progress(1, 9))).toBe(running);
  expect(reduce(running, { type: 'done', runId: 1 })).toBe(running);
});

test('a stopped run stays stopped, whatever it still says', () => {
  const stopped = after(start(1), { type: 'stop', message: 'why' });
  expect(stopped).toMatchObject({ status: 'stopped', message: 'why' });
  expect(reduce(stopped, progress(1, 9))).toBe(stopped);
  expect(reduce(stopped, { type: 'done', runId: 1 })).toBe(stopped);
});

test('only what runs can be stopped', () => {
  const done = after(start(1), { type: 'done', runId: 1 });
  expect(reduce(done, { type: 'stop' })).toBe(done);
  expect(reduce(idle, { type: 'stop' })).toBe(idle);
});

test('a failed run says why, and the next one starts afresh', () => {
  const failed = after(start(1), progress(1, 2), { type: 'fail', message: 'lr is too large' });
  expect(failed).toMatchObject({ status: 'failed', message: 'lr is too large', progress: null });
  expect(reduce(failed, start(2))).toEqual({
    status: 'running',
    runId: 2,
    progress: null,
    message: '',
  });
});

test('a reset forgets everything but the number of the run', () => {
  expect(after(start(4), { type: 'reset' })).toEqual({ ...idle, runId: 4 });
});
