import { computed, onBeforeUnmount, onMounted, readonly, shallowRef } from 'vue';
import type { ComputedRef, Ref, ShallowRef } from 'vue';
import type { FitProgress } from '../../code/models.ts';
import type { AnswerOf, AnyJob, PartOf, RequestOf } from '../run/job.ts';
import workerUrl from '../run/model.worker.ts?worker-chunk';
import { cannotStart } from '../run/protocol.ts';
import type { Message, Order } from '../run/protocol.ts';
import { fetchJob } from './fetchJob.ts';
import { jobScript } from './jobScripts.ts';
import { idle, reduce } from './runState.ts';
import type { RunEvent, RunState } from './runState.ts';
import { sayRun } from './sayRun.ts';
import type { RunWords, Said } from './sayRun.ts';

/** A result that a demo can show. */
export interface Shown<Request, Answer> {
  readonly request: Request;
  readonly answer: Answer;
  /** Milliseconds from the request to the answer; undefined for what is printed. */
  readonly took?: number;
}
export type ShownOf<J extends AnyJob> = Shown<RequestOf<J>, AnswerOf<J>>;

export interface JobOptions<J extends AnyJob> {
  /** What the page was printed with. The first is shown until there is another result. */
  readonly printed: readonly [ShownOf<J>, ...ShownOf<J>[]];
  /** What the controls ask for now. */
  readonly wanted: () => RequestOf<J>;
  readonly onPart?: (part: PartOf<J>) => void;
  /** The answer is there, and shown. */
  readonly onDone?: (shown: ShownOf<J>) => void;
}

/** What a frame needs to know of the run of a demo, whatever its job. */
export interface RunView {
  readonly state: Readonly<Ref<RunState>>;
  readonly running: ComputedRef<boolean>;
  /** The controls no longer ask for what is shown. */
  readonly stale: ComputedRef<boolean>;
  /** Ends the worker, and with it the run. */
  readonly stop: (message?: string) => void;
  /** Starts the worker before it is needed. */
  readonly warm: () => void;
}

export interface JobRun<J extends AnyJob> extends RunView {
  readonly shown: Readonly<ShallowRef<ShownOf<J>>>;
  /** What is shown was computed in this browser. */
  readonly live: ComputedRef<boolean>;
  /** The steps so far, and the parts of the answer, of the newest run. */
  readonly steps: Readonly<ShallowRef<readonly FitProgress[]>>;
  readonly parts: Readonly<ShallowRef<readonly PartOf<J>[]>>;
  /** From 0 to 1; null while nothing was heard of it. */
  readonly share: ComputedRef<number | null>;
  /**
   * At most one request is under way; of those that come meanwhile, the newest waits. False, and
   * nothing happens, for the very run that is under way: ten clicks on Run are one run.
   * @param fresh compute again, also what is known
   */
  readonly run: (fresh?: boolean, request?: RequestOf<J>) => boolean;
  /** Shows what is known already. */
  readonly show: (known: ShownOf<J>) => void;
  /** What is printed for this request. */
  readonly printedFor: (request: RequestOf<J>) => ShownOf<J> | undefined;
  /** Stops, and forgets that anything ran. */
  readonly reset: () => void;
  /** What the bar says while nothing runs. */
  readonly says: (words: RunWords) => Said;
}

/** How long a worker may say nothing: while its script loads, and in mid-run. */
const silence = { loading: 15_000, working: 8_000 };

const wentSilent = 'The computation ended without an answer. Nothing is lost; try again.';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Stops the demo that runs now: two demos on a page do not run at once. */
let stopRunning: ((message: string) => void) | undefined;

/** Owns the worker of one demo, from the first run to the end of the page, and the result that it shows. */
export function useJob<J extends AnyJob>(
  job: J['name'],
  { printed, wanted, onPart, onDone }: JobOptions<J>,
): JobRun<J> {
  const state = shallowRef<RunState>(idle);
  const shown = shallowRef<ShownOf<J>>(printed[0]);
  const steps = shallowRef<readonly FitProgress[]>([]);
  const parts = shallowRef<readonly PartOf<J>[]>([]);
  let worker: Worker | undefined;
  let heard = false;
  let waiting: Work | undefined;
  let underWay: Work | undefined;
  let startedAt = 0;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let lastRunId = 0;

  interface Work {
    readonly request: RequestOf<J>;
    readonly fresh: boolean;
  }

  const dispatch = (event: RunEvent): void => {
    state.value = reduce(state.value, event);
  };

  const running = computed(() => state.value.status === 'running');

  function endWorker(): void {
    worker?.terminate();
    worker = undefined;
    heard = false;
    waiting = undefined;
    clearTimeout(watchdog);
  }

  function fail(message: string): void {
    endWorker();
    dispatch({ type: 'fail', message });
  }

  function stop(message = ''): void {
    if (!running.value) return;
    endWorker();
    dispatch({ type: 'stop', message });
  }

  function watch(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => fail(wentSilent), heard ? silence.working : silence.loading);
  }

  function hear(message: Message<PartOf<J>, AnswerOf<J>>): void {
    if (!running.value || message.runId !== state.value.runId) return;
    heard = true;
    if (message.kind === 'failed') return fail(message.message);
    watch();
    if (message.kind === 'progress') {
      steps.value = [...steps.value, message.progress];
      dispatch({ type: 'progress', ...message });
    } else if (message.kind === 'part') {
      parts.value = [...parts.value, message.part];
      onPart?.(message.part);
    } else finish(message.answer);
  }

  function finish(answer: AnswerOf<J>): void {
    clearTimeout(watchdog);
    dispatch({ type: 'done', runId: state.value.runId });
    if (underWay) {
      const { request } = underWay;
      shown.value = { request, answer, took: performance.now() - startedAt };
      onDone?.(shown.value);
    }
    if (waiting && !running.value) start();
  }

  function warm(): void {
    if (worker) return;
    try {
      const started = new Worker(workerUrl, { type: 'module' });
      worker = started;
      started.onmessage = ({ data }: MessageEvent<Message<PartOf<J>, AnswerOf<J>>>) => hear(data);
      started.onerror = (event) => {
        event.preventDefault();
        if (worker !== started) return;
        if (running.value) fail(event.message ? wentSilent : cannotStart);
        else endWorker();
      };
    } catch {
      fail(cannotStart);
    }
  }

  function start(): void {
    stopRunning?.('Stopped, because another demo was started.');
    stopRunning = stop;
    startedAt = performance.now();
    steps.value = [];
    parts.value = [];
    dispatch({ type: 'start', runId: ++lastRunId });
    requestAnimationFrame(post);
  }

  /** Nothing, if what waited was stopped before the frame. */
  function post(): void {
    const work = waiting;
    waiting = undefined;
    if (!work) return;
    underWay = work;
    warm();
    if (!worker) return;
    watch();
    worker.postMessage({ job: jobScript(job), runId: lastRunId, ...work } satisfies Order);
  }

  function run(fresh = true, request = wanted()): boolean {
    const work = { request, fresh };
    const known = running.value ? (waiting ?? underWay) : undefined;
    if (fresh && same(work, known)) return false;
    waiting = work;
    if (!running.value) start();
    return true;
  }

  function reset(): void {
    if (running.value) endWorker();
    dispatch({ type: 'reset' });
    shown.value = printed[0];
  }

  function leave(): void {
    stop();
    endWorker();
  }

  onMounted(() => {
    window.addEventListener('pagehide', leave);
    void fetchJob(workerUrl, job);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', leave);
    leave();
    if (stopRunning === stop) stopRunning = undefined;
  });

  const stale = computed(() => !same(wanted(), shown.value.request));
  const printedFor = (request: RequestOf<J>): ShownOf<J> | undefined =>
    printed.find((one) => same(one.request, request));

  return {
    state: readonly(state) as Readonly<Ref<RunState>>,
    running,
    shown,
    live: computed(() => shown.value.took !== undefined),
    stale,
    steps,
    parts,
    share: computed(() => {
      const at = state.value.progress;
      return at ? at.step / at.total : null;
    }),
    run,
    show: (known) => {
      shown.value = known;
    },
    printedFor,
    stop,
    reset,
    warm,
    says: (words) => {
      if (stale.value) return words.stale;
      return sayRun(shown.value, printedFor(shown.value.request)?.answer, words);
    },
  };
}
