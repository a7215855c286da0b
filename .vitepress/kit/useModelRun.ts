import { onBeforeUnmount, onMounted, readonly, shallowRef } from 'vue';
import type { Ref } from 'vue';
import workerUrl from '../run/model.worker.ts?worker-chunk';
import type { Answer, Request } from '../run/protocol.ts';
import { whenIdle } from '../theme/wait.ts';
import { idle, reduce } from './runState.ts';
import type { RunEvent, RunState } from './runState.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
/** What a demo asks for; the composable numbers it. */
export type Work = WithoutRunId<Request>;
/** What a demo hears: answers of the run that counts, no others. */
export type Heard = Exclude<Answer, { kind: 'failed' }>;

export interface ModelRunner {
  readonly state: Readonly<Ref<RunState>>;
  /**
   * At most one request is under way; of those that come meanwhile, the newest waits. False, and
   * nothing happens, for the very run that is under way: ten clicks on Run are one run.
   */
  run: (work: Work) => boolean;
  /** Ends the worker, and with it the run. */
  stop: (message?: string) => void;
  /** Stops, and forgets that anything ran. */
  reset: () => void;
  /** Starts the worker before it is needed. */
  warm: () => void;
}

/** Part of an answer: more will come. */
const isPart = ({ kind }: Answer): boolean => kind === 'row' || kind === 'seed' || kind === 'cell';

/** How long a worker may say nothing: while its script loads, and in mid-run. */
const silence = { loading: 15_000, working: 8_000 };

const cannotStart =
  'The part of this page that computes could not be loaded. Check the connection, then try again.';
const wentSilent = 'The computation ended without an answer. Nothing is lost; try again.';

let isFetched = false;

/** What a script imports, as the build writes it. */
const imports = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

async function fetchScript(url: string): Promise<void> {
  const script = await (await fetch(url)).text();
  const needed = Array.from(script.matchAll(imports), ([, file]) => new URL(file, url).href);
  await Promise.all(needed.map(fetchScript));
}

/**
 * Into the browser's cache with the script and what it imports, last of all: who goes offline from now on can
 * still run.
 */
async function fetchBeforehand(): Promise<void> {
  if (isFetched) return;
  isFetched = true;
  await fetchScript(new URL(workerUrl, location.href).href).catch(() => {
    isFetched = false;
  });
}

/** Stops the demo that runs now: two demos on a page do not run at once. */
let stopRunning: ((message: string) => void) | undefined;

/** Owns the worker of one demo, from the first run to the end of the page. */
export function useModelRun(onAnswer: (answer: Heard) => void): ModelRunner {
  const state = shallowRef<RunState>(idle);
  let worker: Worker | undefined;
  let heard = false;
  let waiting: Work | undefined;
  let underWay: Work | undefined;
  let frame = 0;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let lastRunId = 0;

  const dispatch = (event: RunEvent): void => {
    state.value = reduce(state.value, event);
  };

  const isRunning = (): boolean => state.value.status === 'running';

  function endWorker(): void {
    worker?.terminate();
    worker = undefined;
    heard = false;
    waiting = undefined;
    cancelAnimationFrame(frame);
    frame = 0;
    clearTimeout(watchdog);
  }

  function fail(message: string): void {
    endWorker();
    dispatch({ type: 'fail', message });
  }

  function stop(message = ''): void {
    if (!isRunning()) return;
    endWorker();
    dispatch({ type: 'stop', message });
  }

  function watch(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => fail(wentSilent), heard ? silence.working : silence.loading);
  }

  function hear(answer: Answer): void {
    if (!isRunning() || answer.runId !== state.value.runId) return;
    heard = true;
    if (answer.kind === 'failed') return fail(answer.message);
    watch();
    if (answer.kind === 'progress') {
      dispatch({ type: 'progress', ...answer });
    } else if (!isPart(answer)) {
      clearTimeout(watchdog);
      dispatch({ type: 'done', runId: answer.runId });
    }
    onAnswer(answer);
    if (waiting && !isRunning()) start();
  }

  function warm(): void {
    if (worker) return;
    try {
      const started = new Worker(workerUrl, { type: 'module' });
      worker = started;
      started.onmessage = ({ data }: MessageEvent<Answer>) => hear(data);
      started.onerror = (event) => {
        event.preventDefault();
        if (worker !== started) return;
        if (isRunning()) fail(event.message ? wentSilent : cannotStart);
        else endWorker();
      };
    } catch {
      fail(cannotStart);
    }
  }

  function start(): void {
    if (stopRunning !== stop) stopRunning?.('Stopped, because another demo was started.');
    stopRunning = stop;
    dispatch({ type: 'start', runId: ++lastRunId });
    frame = requestAnimationFrame(post);
  }

  function post(): void {
    frame = 0;
    const work = waiting;
    waiting = undefined;
    if (!work) return;
    underWay = work;
    warm();
    if (!worker) return;
    watch();
    worker.postMessage({ ...work, runId: lastRunId } satisfies Request);
  }

  function run(work: Work): boolean {
    const known = isRunning() ? (waiting ?? underWay) : undefined;
    if (work.fresh && JSON.stringify(work) === JSON.stringify(known)) return false;
    waiting = work;
    if (!isRunning()) start();
    return true;
  }

  function reset(): void {
    if (isRunning()) endWorker();
    dispatch({ type: 'reset' });
  }

  function leave(): void {
    stop();
    endWorker();
  }

  onMounted(() => {
    window.addEventListener('pagehide', leave);
    void whenIdle(fetchBeforehand);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', leave);
    leave();
    if (stopRunning === stop) stopRunning = undefined;
  });

  return { state: readonly(state) as Readonly<Ref<RunState>>, run, stop, reset, warm };
}
