// The run of a demo, with a worker that says what the test lets it say, and a clock of the test.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRenderer, ref } from 'vue';
import type { Ref } from 'vue';
import { fetchJob } from '../../.vitepress/kit/fetchJob.ts';
import { idle } from '../../.vitepress/kit/runState.ts';
import { useJob } from '../../.vitepress/kit/useJob.ts';
import type { JobRun, ShownOf } from '../../.vitepress/kit/useJob.ts';
import { counted } from '../../.vitepress/run/job.ts';
import type { Job } from '../../.vitepress/run/job.ts';
import { cannotStart } from '../../.vitepress/run/protocol.ts';
import type { Message, Order } from '../../.vitepress/run/protocol.ts';

vi.mock('../../.vitepress/run/model.worker.ts?worker-chunk', () => ({ default: '/worker.js' }));
vi.mock('../../.vitepress/kit/jobScripts.ts', () => ({ jobScript: (job: string) => `/${job}.js` }));
vi.mock('../../.vitepress/kit/fetchJob.ts', () => ({ fetchJob: vi.fn() }));

interface Request {
  readonly n: number;
}
/** Doubles a number. Its worker is the test's. */
type Twice = Job<'twice', Request, string, number>;
const printed: [ShownOf<Twice>, ShownOf<Twice>] = [
  { request: { n: 1 }, answer: 2 },
  { request: { n: 5 }, answer: 10 },
];

type WithoutId<M> = M extends unknown ? Omit<M, 'runId'> : never;
type OwnMessage = WithoutId<Message<string, number>>;

/** A worker that keeps what it is told. */
class FakeWorker {
  onmessage?: (event: { data: object }) => void;
  onerror?: (event: { message: string; preventDefault: () => void }) => void;
  readonly started: unknown[];
  readonly orders: Order<Request>[] = [];
  ended = false;

  constructor(...started: unknown[]) {
    this.started = started;
    if (refusesWorkers) throw new Error('No worker here.');
    workers.push(this);
  }
  postMessage(order: Order<Request>): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.ended = true;
  }
  /** Of the newest run, if nothing else is said. */
  say(message: OwnMessage, runId = this.orders.at(-1)?.runId ?? 0): void {
    this.onmessage?.({ data: { ...message, runId } });
  }
  break(message: string): void {
    // An error that nobody has taken care of stands on the console of the page.
    const preventDefault = vi.fn();
    this.onerror?.({ message, preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  }
}

let workers: FakeWorker[] = [];
let refusesWorkers = false;
/** The worker that was started last. */
function newest(): FakeWorker {
  const worker = workers.at(-1);
  if (!worker) throw new Error('No worker was started.');
  return worker;
}
const asked = (): number[] => workers.flatMap(({ orders }) => orders.map((o) => o.request.n));
/** The next frame is drawn: a run that was asked for goes to the worker. */
const nextFrame = (): unknown => vi.advanceTimersByTime(frameMs);
const frameMs = 16;

// Vue on a page of nothing: what mounts and leaves there does all that it does in a browser.
const { createApp } = createRenderer<object, object>({
  createElement: Object,
  createText: Object,
  createComment: Object,
  insert: () => undefined,
  remove: () => undefined,
  patchProp: () => undefined,
  setText: () => undefined,
  setElementText: () => undefined,
  parentNode: () => null,
  nextSibling: () => null,
});

interface Demo extends JobRun<Twice> {
  readonly n: Ref<number>;
  readonly told: unknown[];
  readonly leave: () => void;
}

const open = new Set<() => void>();
function openDemo(onDone?: (shown: ShownOf<Twice>) => void): Demo {
  const n = ref(1);
  const told: unknown[] = [];
  let job: JobRun<Twice> | undefined;
  const app = createApp({
    setup() {
      job = useJob<Twice>('twice', {
        printed,
        wanted: () => ({ n: n.value }),
        onPart: (part) => told.push(part),
        onDone: (shown) => {
          told.push(shown);
          onDone?.(shown);
        },
      });
      return () => null;
    },
  });
  app.mount({});
  const leave = (): void => {
    if (open.delete(leave)) app.unmount();
  };
  open.add(leave);
  if (!job) throw new Error('The demo did not mount.');
  return { ...job, n, told, leave };
}

/** A demo with a run that its worker has got. */
function runningDemo(n = 1): Demo {
  const demo = openDemo();
  demo.n.value = n;
  demo.run();
  nextFrame();
  return demo;
}

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  refusesWorkers = false;
  page = new EventTarget();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('window', page);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, frameMs));
});
afterEach(() => {
  for (const leave of open) leave();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('before anything runs', () => {
  test('the first of what is printed is shown, and it is nobody’s run', () => {
    const demo = openDemo();
    expect(demo.shown.value).toBe(printed[0]);
    expect(demo.live.value).toBe(false);
    expect(demo.state.value).toEqual(idle);
    expect(workers).toEqual([]);
  });

  test('the scripts are fetched for later', () => {
    openDemo();
    expect(fetchJob).toHaveBeenCalledExactlyOnceWith('/worker.js', 'twice');
  });

  test('a worker that was warmed is the one that runs', () => {
    const demo = openDemo();
    demo.warm();
    demo.warm();
    demo.run();
    nextFrame();
    expect(workers).toHaveLength(1);
    expect(newest().started).toEqual(['/worker.js', { type: 'module' }]);
  });
});

describe('a run', () => {
  test('goes to the worker with the next frame, once the page says that it runs', () => {
    const demo = openDemo();
    expect(demo.run()).toBe(true);
    expect(demo.running.value).toBe(true);
    expect(asked()).toEqual([]);
    nextFrame();
    expect(newest().orders).toEqual([
      { job: '/twice.js', runId: 1, request: { n: 1 }, fresh: true },
    ]);
  });

  test('says how far it is, hands on its parts, and is shown with what it took', () => {
    vi.advanceTimersByTime(1_000);
    const demo = runningDemo(3);
    expect(demo.share.value).toBeNull();
    newest().say({ kind: 'progress', id: 'als', progress: counted(1, 4) });
    newest().say({ kind: 'progress', id: 'als', progress: counted(3, 4) });
    expect(demo.steps.value).toEqual([counted(1, 4), counted(3, 4)]);
    expect(demo.state.value.progress).toEqual({ ...counted(3, 4), id: 'als' });
    expect(demo.share.value).toBe(0.75);
    newest().say({ kind: 'part', part: 'a half' });
    newest().say({ kind: 'part', part: 'the rest' });
    expect(demo.parts.value).toEqual(['a half', 'the rest']);
    vi.advanceTimersByTime(100);
    newest().say({ kind: 'done', answer: 6 });
    const shown = { request: { n: 3 }, answer: 6, took: frameMs + 100 };
    expect(demo.shown.value).toEqual(shown);
    expect(demo.told).toEqual(['a half', 'the rest', shown]);
    expect(demo.state.value.status).toBe('done');
    expect(demo.live.value).toBe(true);
  });

  test('begins without the steps and parts of the one before, in the same worker', () => {
    const demo = runningDemo();
    newest().say({ kind: 'progress', id: 'als', progress: counted(1, 4) });
    newest().say({ kind: 'part', part: 'all' });
    newest().say({ kind: 'done', answer: 2 });
    expect([demo.steps.value, demo.parts.value]).toEqual([[counted(1, 4)], ['all']]);
    demo.run();
    nextFrame();
    expect([demo.steps.value, demo.parts.value, demo.share.value]).toEqual([[], [], null]);
    expect(workers).toHaveLength(1);
    expect(newest().orders.map(({ runId }) => runId)).toEqual([1, 2]);
  });

  test('asks for what is known, unless it is to be computed again', () => {
    const demo = openDemo();
    demo.run(false);
    nextFrame();
    expect(newest().orders[0]?.fresh).toBe(false);
  });

  test('that is stopped leaves what was computed before it', () => {
    const demo = runningDemo(3);
    newest().say({ kind: 'done', answer: 6 });
    demo.run();
    demo.stop();
    expect(demo.shown.value.answer).toBe(6);
    expect(demo.live.value).toBe(true);
  });

  test('can ask for something else than the controls', () => {
    const demo = openDemo();
    demo.run(true, { n: 9 });
    nextFrame();
    expect(asked()).toEqual([9]);
  });
});

describe('pressed again while it runs', () => {
  test('ten runs of the same are one', () => {
    const demo = openDemo();
    const taken = Array.from({ length: 10 }, () => demo.run());
    nextFrame();
    taken.push(demo.run());
    expect(taken).toEqual([true, ...Array.from({ length: 10 }, () => false)]);
    newest().say({ kind: 'done', answer: 2 });
    nextFrame();
    expect(asked()).toEqual([1]);
    expect(demo.running.value).toBe(false);
  });

  test('a slider that stays where it is is followed all the same: what is known costs nothing', () => {
    const demo = openDemo();
    expect([demo.run(false), demo.run(false)]).toEqual([true, true]);
  });

  test('one request is under way, the newest of the others waits, and runs after it', () => {
    const demo = runningDemo();
    for (const n of [2, 3, 4]) {
      demo.n.value = n;
      expect(demo.run()).toBe(true);
      nextFrame();
    }
    expect(demo.run()).toBe(false);
    expect(asked()).toEqual([1]);
    newest().say({ kind: 'done', answer: 2 });
    expect(demo.shown.value).toMatchObject({ request: { n: 1 }, answer: 2 });
    expect(demo.running.value).toBe(true);
    nextFrame();
    expect(asked()).toEqual([1, 4]);
    newest().say({ kind: 'done', answer: 8 });
    nextFrame();
    expect(demo.shown.value).toMatchObject({ request: { n: 4 }, answer: 8 });
    expect(asked()).toEqual([1, 4]);
  });

  test('what is asked for at the answer takes the place of what waits, and starts once', () => {
    const demo = openDemo(({ request }) => {
      if (request.n < 7) demo.run(true, { n: 7 });
    });
    demo.run();
    nextFrame();
    demo.run(true, { n: 2 });
    newest().say({ kind: 'done', answer: 2 });
    nextFrame();
    nextFrame();
    expect(newest().orders.map(({ runId, request }) => [runId, request.n])).toEqual([
      [1, 1],
      [2, 7],
    ]);
  });
});

describe('stop', () => {
  test('ends the worker, and what it still says is dropped', () => {
    const demo = runningDemo(3);
    demo.run(true, { n: 4 });
    demo.stop();
    expect(newest().ended).toBe(true);
    expect(demo.state.value.status).toBe('stopped');
    newest().say({ kind: 'done', answer: 6 });
    nextFrame();
    expect(demo.shown.value).toBe(printed[0]);
    expect(asked()).toEqual([3]);
  });

  test('before the frame is drawn leaves nothing to start', () => {
    const demo = openDemo();
    demo.run();
    demo.stop('why');
    nextFrame();
    expect(workers).toEqual([]);
    expect(demo.state.value).toMatchObject({ status: 'stopped', message: 'why' });
  });

  test('and a new run before the frame is drawn are one run', () => {
    const demo = openDemo();
    demo.run();
    demo.stop();
    demo.run(true, { n: 2 });
    nextFrame();
    nextFrame();
    expect(asked()).toEqual([2]);
    newest().say({ kind: 'done', answer: 4 });
    expect(demo.shown.value).toMatchObject({ request: { n: 2 }, answer: 4 });
  });

  test('of what does not run says nothing', () => {
    const demo = openDemo();
    demo.stop('why');
    expect(demo.state.value).toEqual(idle);
  });

  test('is followed by a run in a worker of its own', () => {
    const demo = runningDemo();
    demo.stop();
    demo.run();
    nextFrame();
    expect(workers).toHaveLength(2);
    newest().say({ kind: 'done', answer: 2 }, 1);
    expect(demo.running.value).toBe(true);
    newest().say({ kind: 'done', answer: 2 });
    expect(demo.state.value.status).toBe('done');
  });
});

describe('reset', () => {
  test('in mid-run ends the worker and shows what was printed', () => {
    const demo = runningDemo();
    demo.reset();
    expect(newest().ended).toBe(true);
    expect(demo.state.value).toMatchObject({ ...idle, runId: 1 });
    newest().say({ kind: 'done', answer: 3 });
    expect(demo.shown.value).toBe(printed[0]);
  });

  test('after a run forgets it, and keeps the worker for the next', () => {
    const demo = runningDemo(3);
    newest().say({ kind: 'done', answer: 6 });
    demo.reset();
    expect(demo.shown.value).toBe(printed[0]);
    expect(demo.live.value).toBe(false);
    expect(demo.state.value.status).toBe('idle');
    expect(newest().ended).toBe(false);
  });
});

describe('what goes wrong', () => {
  const wentSilent = 'The computation ended without an answer. Nothing is lost; try again.';
  const failed = (message: string) => ({ status: 'failed', message, progress: null });

  test('a job that fails says why, the result stays, and the next run has a new worker', () => {
    const demo = runningDemo();
    newest().say({ kind: 'failed', message: 'lr is too large' });
    expect(demo.state.value).toMatchObject(failed('lr is too large'));
    expect(newest().ended).toBe(true);
    expect(demo.shown.value).toBe(printed[0]);
    vi.advanceTimersByTime(60_000);
    expect(demo.state.value).toMatchObject(failed('lr is too large'));
    demo.run();
    nextFrame();
    expect(workers).toHaveLength(2);
    expect(demo.running.value).toBe(true);
  });

  test('a worker that never speaks is given up after 15 s', () => {
    const demo = runningDemo();
    vi.advanceTimersByTime(14_999);
    expect(demo.running.value).toBe(true);
    vi.advanceTimersByTime(1);
    expect(demo.state.value).toMatchObject(failed(wentSilent));
    expect(newest().ended).toBe(true);
  });

  test.for<OwnMessage>([
    { kind: 'progress', id: 'als', progress: counted(1, 4) },
    { kind: 'part', part: 'a half' },
  ])('one that has spoken is given up 8 s after its last $kind', (message) => {
    const demo = runningDemo();
    for (let times = 0; times < 3; times++) {
      newest().say(message);
      vi.advanceTimersByTime(7_999);
      expect(demo.running.value).toBe(true);
    }
    vi.advanceTimersByTime(1);
    expect(demo.state.value).toMatchObject(failed(wentSilent));
  });

  test('a worker that has answered is known, and may be silent for 8 s in its next run', () => {
    const demo = runningDemo();
    newest().say({ kind: 'done', answer: 2 });
    vi.advanceTimersByTime(60_000);
    expect(demo.state.value.status).toBe('done');
    demo.run();
    nextFrame();
    vi.advanceTimersByTime(8_000);
    expect(demo.state.value).toMatchObject(failed(wentSilent));
    demo.run();
    nextFrame();
    vi.advanceTimersByTime(8_000);
    expect(demo.running.value).toBe(true);
  });

  test('a script that does not come, or is no script, could not be loaded', () => {
    const demo = runningDemo();
    newest().break('');
    expect(demo.state.value).toMatchObject(failed(cannotStart));
    expect(newest().ended).toBe(true);
  });

  test('a worker that breaks in its run ended without an answer', () => {
    const demo = runningDemo();
    newest().break('out of memory');
    expect(demo.state.value).toMatchObject(failed(wentSilent));
  });

  test('a worker that breaks before it is needed is replaced, and nobody hears of it', () => {
    const demo = openDemo();
    demo.warm();
    newest().break('');
    expect(newest().ended).toBe(true);
    expect(demo.state.value).toEqual(idle);
    demo.run();
    nextFrame();
    expect(workers).toHaveLength(2);
    expect(demo.running.value).toBe(true);
  });

  test('what breaks in a worker that was stopped does not touch the next', () => {
    const demo = runningDemo();
    demo.stop();
    demo.run();
    nextFrame();
    workers[0]?.break('late');
    expect(demo.running.value).toBe(true);
    expect(newest().ended).toBe(false);
  });

  test('where no worker may start, the run fails and can be tried again', () => {
    refusesWorkers = true;
    const demo = runningDemo();
    expect(demo.state.value).toMatchObject(failed(cannotStart));
    refusesWorkers = false;
    demo.run();
    nextFrame();
    expect(asked()).toEqual([1]);
  });
});

describe('two demos on a page', () => {
  const why = 'Stopped, because another demo was started.';

  test('do not run at once: the one that starts stops the other and says so', () => {
    const first = runningDemo();
    const second = runningDemo(5);
    expect(first.state.value).toMatchObject({ status: 'stopped', message: why });
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(second.running.value).toBe(true);
  });

  test('are left alone where the other does not run', () => {
    const first = runningDemo();
    newest().say({ kind: 'done', answer: 2 });
    runningDemo(5);
    expect(first.state.value).toMatchObject({ status: 'done', message: '' });
    expect(workers[0]?.ended).toBe(false);
  });

  test('one runs twice without being stopped by itself', () => {
    const demo = runningDemo();
    demo.run(true, { n: 2 });
    newest().say({ kind: 'done', answer: 2 });
    nextFrame();
    expect(demo.state.value).toMatchObject({ status: 'running', message: '' });
    expect(workers).toHaveLength(1);
  });
});

describe('what is shown', () => {
  test('is stale as soon as the controls ask for another', () => {
    const demo = openDemo();
    expect(demo.stale.value).toBe(false);
    demo.n.value = 2;
    expect(demo.stale.value).toBe(true);
    demo.n.value = 1;
    expect(demo.stale.value).toBe(false);
  });

  test('is found among what is printed', () => {
    const demo = openDemo();
    expect(demo.printedFor({ n: 5 })).toBe(printed[1]);
    expect(demo.printedFor({ n: 6 })).toBeUndefined();
  });

  test('can be what is known already', () => {
    const demo = openDemo();
    demo.n.value = 5;
    demo.show(printed[1]);
    expect(demo.shown.value).toBe(printed[1]);
    expect([demo.live.value, demo.stale.value]).toEqual([false, false]);
    expect(workers).toEqual([]);
  });

  const words = { stale: 'Press Run.', done: 'Doubled', note: 'From the address.' };

  test('says what it is', () => {
    const demo = runningDemo(3);
    expect(demo.says(words)).toBe('Press Run.');
    newest().say({ kind: 'done', answer: 6 });
    expect(demo.says(words)).toBe('Doubled, in 16 ms. From the address.');
    demo.n.value = 4;
    expect(demo.says(words)).toBe('Press Run.');
  });

  test.for([
    [10, true],
    [11, false],
  ] as const)('of what is printed as 10 an answer of %i is the same: %s', ([answer, same]) => {
    const demo = runningDemo(5);
    newest().say({ kind: 'done', answer });
    expect(demo.says(words)).toMatchObject({ same });
  });
});

describe('who leaves', () => {
  test('the part takes its worker along, in mid-run and after it', () => {
    const first = runningDemo();
    first.leave();
    expect(workers[0]?.ended).toBe(true);
    const second = runningDemo();
    newest().say({ kind: 'done', answer: 2 });
    second.leave();
    expect(workers[1]?.ended).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(second.state.value.status).toBe('done');
  });

  test('the page ends the worker, and comes back to a demo that runs again', () => {
    const demo = runningDemo();
    page.dispatchEvent(new Event('pagehide'));
    expect(newest().ended).toBe(true);
    expect(demo.state.value).toMatchObject({ status: 'stopped', message: '' });
    demo.run();
    nextFrame();
    expect(workers).toHaveLength(2);
    expect(newest().ended).toBe(false);
  });

  test('nothing of it is asked any more', () => {
    const demo = openDemo();
    demo.leave();
    demo.warm();
    page.dispatchEvent(new Event('pagehide'));
    expect(newest().ended).toBe(false);
  });
});
