import { computed, ref, shallowRef } from 'vue';
import { duration } from '../components/numbers.ts';
import { metricNames } from '../components/metricTitles.ts';
import type { FitTimes } from '../demos/boardView.ts';
import type { PreparedBoard } from '../data/leaderboard.data.ts';
import type { Board } from '../workers/protocol.ts';
import { choiceField, dataField, kField } from './fields.ts';
import { reproduction } from './sameResult.ts';
import { useModelRun } from './useModelRun.ts';
import { useUrlState } from './useUrlState.ts';

/** All that the leaderboard knows and does; its component only shows it. */
export function useBoard({ models, board: printed }: PreparedBoard) {
  const length = kField(printed.k);
  const log = dataField(printed.data.seed ?? 0);
  const fields = [length, log, choiceField('metric', 'Metric', metricNames)];

  const board = shallowRef<Board>(printed);
  /** Fit times of the run that is under way, and of the table that is shown. */
  const heard = shallowRef<FitTimes>({});
  const shown = shallowRef<FitTimes>({});
  const live = ref(false);
  /** From the request to the whole table. */
  const took = ref(0);
  let askedAt = 0;

  const runner = useModelRun((answer) => {
    if (answer.kind === 'row') {
      heard.value = { ...heard.value, [answer.row.id]: answer.fitMs };
    } else if (answer.kind === 'board') {
      board.value = answer.board;
      shown.value = heard.value;
      live.value = true;
      took.value = performance.now() - askedAt;
    }
  });
  const running = computed(() => runner.state.value.status === 'running');
  const times = computed(() => (running.value ? heard.value : shown.value));

  function ask(fresh: boolean): void {
    const { k, data } = url.values.value;
    const begins = !running.value;
    if (!runner.run({ kind: 'leaderboard', data: { seed: data }, k, fresh })) return;
    if (begins) askedAt = performance.now();
    const known = !fresh && data === board.value.data.seed;
    heard.value = known ? shown.value : {};
  }

  const url = useUrlState(fields, () => {
    if (stale.value) ask(false);
  });

  function set(name: string, value: number): void {
    url.set(name, value);
    if (name !== 'metric') ask(false);
  }

  function reset(): void {
    url.reset();
    runner.reset();
    board.value = printed;
    shown.value = {};
    live.value = false;
  }

  const stale = computed(() => {
    const { k, data } = url.values.value;
    return k !== board.value.k || data !== board.value.data.seed;
  });

  const says = computed(() => {
    if (stale.value) return 'The table is not yet that of these settings. Press Run.';
    if (!live.value)
      return url.note.value || 'Computed when this page was made. Press Run to compute it here.';
    const done = `All ${models.length} models fitted and evaluated in your browser, in ${duration(took.value)}`;
    const { k, data } = board.value;
    if (k !== printed.k || data.seed !== printed.data.seed)
      return `${done}. ${url.note.value}`.trim();
    return reproduction(took.value, printed, board.value);
  });

  const fitted = computed(() => Object.keys(times.value).length);
  const share = computed(() => {
    const at = runner.state.value.progress;
    const part = at && times.value[at.id] === undefined ? at.step / at.total : 0;
    return (fitted.value + part) / models.length;
  });
  const step = computed(() => {
    const next = models[fitted.value];
    return next ? `Fitting ${next.title}, ${fitted.value + 1} of ${models.length}` : 'Evaluating';
  });

  return {
    length,
    log,
    board,
    times,
    stale,
    running,
    set,
    reset,
    says,
    share,
    step,
    values: url.values,
    ready: url.ready,
    link: url.link,
    state: runner.state,
    run: () => ask(true),
    stop: () => runner.stop(),
    warm: runner.warm,
  };
}
