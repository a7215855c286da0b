// The run of the reader's version, from the press of Run to its end, whichever that is.
import { computed, onBeforeUnmount, readonly, ref, shallowRef } from 'vue';
import { useClock } from '../../kit/useClock.ts';
import { seconds } from '../../kit/numbers.ts';
import type {
  Answer,
  Beside,
  Checked,
  Comparison,
  Failure,
  Task,
  Tried,
} from '../../run/isolated/protocol.ts';
import { nextPaint } from '../../kit/nextPaint.ts';
import type { Versions } from './runner.ts';
import { contractScript, exercisesScript, modelsScript } from './source.ts';

export interface Result {
  readonly task: Comparison;
  readonly held: number;
  readonly results: readonly Beside[];
}

type Status = 'idle' | 'running' | 'done' | 'failed' | 'stopped';

/** How long a run may take before the page asks whether it has an end. */
const patience = 5_000;

const notLoaded: Failure = {
  kind: 'failed',
  name: 'Not started',
  message: 'The compiler could not be loaded. Check the connection, then try again.',
  places: [],
  culprit: '',
};

/** What a task needs before the script of the worker. */
function scriptFor({ kind }: Task): Promise<string> {
  if (kind === 'own') return contractScript();
  return kind === 'exercise' ? exercisesScript() : modelsScript();
}

/** One run at a time on a page: the next one ends it. */
let stopOther: (() => void) | undefined;

export function useIsolatedRun(onFailure: (failure: Failure) => void) {
  const status = ref<Status>('idle');
  const result = shallowRef<Result | null>(null);
  /** What the checks of the contract found, where the task asks for them. */
  const checks = shallowRef<readonly Checked[]>([]);
  /** What came of an exercise. */
  const tried = shallowRef<Tried | null>(null);
  const words = ref('');
  const running = computed(() => status.value === 'running');
  const elapsed = useClock(() => running.value);
  let end: (() => void) | undefined;

  function stop(): void {
    if (!running.value) return;
    end?.();
    status.value = 'stopped';
  }

  function settle(task: Task, answer: Answer): void {
    if (answer.kind === 'step') {
      words.value = answer.words;
    } else if (answer.kind === 'checks') {
      checks.value = answer.checks;
    } else if (answer.kind === 'tried') {
      tried.value = answer;
      status.value = 'done';
    } else if (answer.kind === 'raced' || answer.kind === 'done') {
      const { held, results } = answer;
      if (task.kind !== 'exercise') result.value = { task, held, results };
      if (answer.kind === 'done') status.value = 'done';
    } else {
      status.value = 'failed';
      onFailure(answer);
    }
  }

  async function run(versions: Versions, task: Task): Promise<void> {
    stopOther?.();
    stopOther = stop;
    checks.value = [];
    tried.value = null;
    words.value = 'Loading the compiler';
    status.value = 'running';
    let wanted = true;
    end = () => (wanted = false);
    try {
      const { runVersions } = await import('./runner.ts');
      const more = await scriptFor(task);
      // What was pressed is seen to be pressed before the compiler takes its time.
      await nextPaint();
      if (!wanted) return;
      words.value = 'Starting';
      end = runVersions(versions, task, more, (answer) => settle(task, answer));
    } catch {
      if (wanted) settle(task, notLoaded);
    }
  }

  function clear(): void {
    stop();
    status.value = 'idle';
    result.value = null;
    tried.value = null;
    checks.value = [];
  }

  const isLong = computed(() => running.value && elapsed.value > patience);
  /** Said once each, to the ear. */
  const says = computed(() => {
    if (isLong.value) return 'Still running. A loop without an end? Stop ends it.';
    if (running.value) return 'Running your version.';
    if (status.value === 'stopped') return 'Stopped. Nothing came of it.';
    return status.value === 'done' ? `Done in ${seconds(elapsed.value)}.` : '';
  });
  const step = computed(() => (running.value ? `${words.value} · ${seconds(elapsed.value)}` : ''));

  onBeforeUnmount(() => {
    end?.();
    if (stopOther === stop) stopOther = undefined;
  });
  return { status: readonly(status), running, result, checks, tried, says, step, run, stop, clear };
}
