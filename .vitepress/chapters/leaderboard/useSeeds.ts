import { computed, ref, shallowRef } from 'vue';
import { duration } from '../../kit/numbers.ts';
import type { PreparedSeeds } from './seeds.data.ts';
import type { SeedRow, SeedsSpec } from '../../run/protocol.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useModelRun } from '../../kit/useModelRun.ts';

interface Shown {
  readonly spec: SeedsSpec;
  readonly rows: readonly SeedRow[];
}

const same = (a: SeedsSpec, b: SeedsSpec): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One leaderboard per log, for as many logs as the reader asks for. */
export function useSeeds(printed: PreparedSeeds) {
  const spec = shallowRef<SeedsSpec>(printed.spec);
  const shown = shallowRef<Shown>(printed);
  const heard = shallowRef<readonly SeedRow[]>([]);
  const live = ref(false);
  const took = ref(0);
  let askedAt = 0;
  let asked = printed.spec;

  const runner = useModelRun((answer) => {
    if (answer.kind === 'seed') heard.value = [...heard.value, answer.row];
    if (answer.kind !== 'seeds') return;
    shown.value = { spec: asked, rows: heard.value };
    live.value = true;
    took.value = performance.now() - askedAt;
  });

  function run(): void {
    if (!runner.run({ kind: 'seeds', spec: spec.value, fresh: true })) return;
    asked = spec.value;
    askedAt = performance.now();
    heard.value = [];
  }

  /** A change ends the run that is under way: it would answer another question. */
  function set(change: Partial<SeedsSpec>): void {
    runner.stop('Stopped, because the settings were changed.');
    spec.value = { ...spec.value, ...change };
  }

  function reset(): void {
    runner.reset();
    spec.value = printed.spec;
    shown.value = printed;
    live.value = false;
  }

  const stale = computed(() => !same(spec.value, shown.value.spec));
  const says = computed(() => {
    if (stale.value) return 'The chart is not yet that of these settings. Press Run.';
    if (!live.value) return 'Computed when this page was made. Press Run to compute it here.';
    if (same(shown.value.spec, printed.spec)) {
      return reproduction(took.value, printed.rows, shown.value.rows);
    }
    return `${shown.value.rows.length} logs drawn, fitted and evaluated in your browser, in ${duration(took.value)}.`;
  });

  return {
    spec,
    shown,
    stale,
    says,
    set,
    run,
    reset,
    state: runner.state,
    running: computed(() => runner.state.value.status === 'running'),
    share: computed(() => heard.value.length / spec.value.seeds),
    step: computed(() => `Log ${heard.value.length + 1} of ${spec.value.seeds}`),
    stop: () => runner.stop(),
    warm: runner.warm,
  };
}
