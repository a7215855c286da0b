import { onBeforeUnmount, ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';
import type { Exact, ExactAnswer } from './exact.worker.ts';
import type { Part } from '../../run/fingerprint.ts';

export interface ExactRun<Name extends keyof Exact> {
  readonly state: Ref<'printed' | 'running' | 'done' | 'failed'>;
  /** The parts of the fingerprint that are there so far. */
  readonly parts: ShallowRef<readonly Part[]>;
  readonly result: ShallowRef<Exact[Name] | undefined>;
  /** What it took in the worker. */
  readonly ms: Ref<number>;
  readonly run: () => void;
}

/** Asks a worker of its own, once at a time; the worker ends with its answer or with the page. */
export function useExact<Name extends keyof Exact>(question: Name): ExactRun<Name> {
  const state = ref<'printed' | 'running' | 'done' | 'failed'>('printed');
  const parts = shallowRef<readonly Part[]>([]);
  const result = shallowRef<Exact[Name]>();
  const ms = ref(0);
  let worker: Worker | undefined;

  function end(how: 'done' | 'failed'): void {
    worker?.terminate();
    worker = undefined;
    state.value = how;
  }

  function hear({ data }: MessageEvent<ExactAnswer>): void {
    if (data.kind === 'part') {
      parts.value = [...parts.value, data.part];
      return;
    }
    result.value = data.result as Exact[Name];
    ms.value = data.ms;
    end('done');
  }

  function run(): void {
    if (state.value === 'running') return;
    state.value = 'running';
    parts.value = [];
    try {
      // In one expression: that is how the build knows a worker.
      worker = new Worker(new URL('./exact.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = hear;
      worker.onerror = (event) => {
        event.preventDefault();
        end('failed');
      };
      worker.postMessage(question);
    } catch {
      end('failed');
    }
  }

  onBeforeUnmount(() => worker?.terminate());
  return { state, parts, result, ms, run };
}
