import { computed, ref, shallowRef } from 'vue';
import type { Setup } from '../../../code/evaluation/laboratory.ts';
import { duration } from '../../kit/numbers.ts';
import type { LabResult } from '../../run/protocol.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useModelRun } from '../../kit/useModelRun.ts';

/** Two leaderboards of the laboratory, side by side: before a switch is moved, and after. */
export function useLab(printed: readonly LabResult[]) {
  const shown = shallowRef(printed);
  const live = ref(false);
  const took = ref(0);
  let askedAt = 0;

  const runner = useModelRun((answer) => {
    if (answer.kind !== 'lab') return;
    shown.value = answer.results;
    live.value = true;
    took.value = performance.now() - askedAt;
  });
  const running = computed(() => runner.state.value.status === 'running');
  const key = (setups: readonly Setup[]): string => JSON.stringify(setups);
  const printedKey = key(printed.map(({ setup }) => setup));

  return {
    shown,
    live,
    running,
    state: runner.state,
    warm: runner.warm,
    stop: () => runner.stop(),
    run(setups: readonly Setup[], fresh = true): void {
      const begins = !running.value;
      if (runner.run({ kind: 'lab', setups, fresh }) && begins) askedAt = performance.now();
    },
    reset(): void {
      runner.reset();
      shown.value = printed;
      live.value = false;
    },
    says: computed(() => {
      if (!live.value) return 'Computed when this page was made. Press Run to compute it here.';
      const setups = shown.value.map(({ setup }) => setup);
      if (key(setups) === printedKey) return reproduction(took.value, printed, shown.value);
      return `Drawn, fitted and read in your browser, in ${duration(took.value)}.`;
    }),
    share: computed(() => {
      const at = runner.state.value.progress;
      return at ? at.step / at.total : null;
    }),
    step: computed(() => {
      const at = runner.state.value.progress;
      return at ? `Fit ${at.step + 1} of ${at.total}` : 'Starting';
    }),
  };
}
