import { computed, onBeforeUnmount, ref, shallowRef } from 'vue';
import type { ComputedRef, Ref, ShallowRef } from 'vue';
import { swarmMost, swarmStep } from './swarmSteps.ts';
import type { SeedHits } from './swarm.ts';
import type { SwarmNews, SwarmWish } from './swarm.worker.ts';

export type SwarmState = 'resting' | 'drawing' | 'failed';

/** The seeds that are printed, and fifty more at a time from a worker, until the picture is full. */
export function useSwarm(printed: readonly SeedHits[]): {
  hits: ShallowRef<readonly SeedHits[]>;
  state: Ref<SwarmState>;
  full: ComputedRef<boolean>;
  more: () => void;
  restart: () => void;
} {
  const hits = shallowRef(printed);
  const state = ref<SwarmState>('resting');
  const full = computed(() => hits.value.length >= swarmMost);
  let worker: Worker | undefined;
  let goal = 0;

  function end(how: SwarmState): void {
    worker?.terminate();
    worker = undefined;
    state.value = how;
  }

  function more(): void {
    if (state.value === 'drawing' || full.value) return;
    state.value = 'drawing';
    goal = Math.min(swarmMost, (Math.floor(hits.value.length / swarmStep) + 1) * swarmStep);
    try {
      // In one expression: that is how the build knows a worker.
      worker = new Worker(new URL('./swarm.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = ({ data }: MessageEvent<SwarmNews>) => {
        hits.value = [...hits.value, ...data];
        if (hits.value.length >= goal) end('resting');
      };
      worker.onerror = (event) => {
        event.preventDefault();
        end('failed');
      };
      worker.postMessage({ from: hits.value.length, to: goal } satisfies SwarmWish);
    } catch {
      end('failed');
    }
  }

  function restart(): void {
    end('resting');
    hits.value = printed;
  }

  onBeforeUnmount(() => worker?.terminate());
  return { hits, state, full, more, restart };
}
