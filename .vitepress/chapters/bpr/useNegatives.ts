import { computed, ref, shallowRef } from 'vue';
import { duration } from '../../kit/numbers.ts';
import type { PreparedNegatives } from './negatives.data.ts';
import type { NegativesSpec } from '../../run/protocol.ts';
import { choiceField, dataField } from '../../kit/fields.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useModelRun } from '../../kit/useModelRun.ts';
import { useUrlState } from '../../kit/useUrlState.ts';

/** The ways of drawing negatives on one log: printed for the default one, run here for any other. */
export function useNegatives({ result: printed }: PreparedNegatives) {
  const log = { ...dataField(printed.spec.seed), name: 'draw.data' };
  const names = printed.rows[0].stops.map(({ epochs }) => String(epochs));
  const epochs = { ...choiceField('draw.epochs', 'Epochs', names), default: names.length - 1 };
  const shown = shallowRef(printed);
  const took = ref<number>();
  let askedAt = 0;

  const runner = useModelRun((answer) => {
    if (answer.kind !== 'negatives') return;
    shown.value = answer.result;
    took.value = performance.now() - askedAt;
  });
  const running = computed(() => runner.state.value.status === 'running');
  const isPrinted = ({ seed }: NegativesSpec): boolean => seed === printed.spec.seed;

  const wanted = computed((): NegativesSpec => ({ seed: url.values.value[log.name] }));
  const stale = computed(() => wanted.value.seed !== shown.value.spec.seed);
  const url = useUrlState([log, epochs], show);

  /** What is printed need not be asked for. */
  function show(): void {
    if (!stale.value) return;
    runner.stop('Stopped, because the settings were changed.');
    if (!isPrinted(wanted.value)) return;
    shown.value = printed;
    took.value = undefined;
  }

  const says = computed(() => {
    const { value: ms } = took;
    if (stale.value) return 'The picture is not yet that of this log. Press Run.';
    if (ms === undefined) {
      return url.note.value || 'Computed when this page was made. Press Run to compute it here.';
    }
    if (isPrinted(shown.value.spec)) return reproduction(ms, printed, shown.value);
    return `Fitted and evaluated in your browser, in ${duration(ms)}. ${url.note.value}`.trim();
  });
  const at = computed(() => runner.state.value.progress);

  return {
    log,
    epochs,
    shown,
    stale,
    says,
    running,
    values: url.values,
    link: url.link,
    state: runner.state,
    share: computed(() => (at.value ? at.value.step / at.value.total : 0)),
    step: computed(() => (at.value ? `Fit ${at.value.step + 1} of ${at.value.total}` : 'Starting')),
    set(name: string, value: number): void {
      url.set(name, value);
      show();
    },
    run(): void {
      if (runner.run({ kind: 'negatives', spec: wanted.value, fresh: true })) {
        askedAt = performance.now();
      }
    },
    reset(): void {
      runner.reset();
      url.reset();
      shown.value = printed;
      took.value = undefined;
    },
    stop: () => runner.stop(),
    warm: runner.warm,
  };
}
