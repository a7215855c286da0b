import { computed, ref, shallowRef } from 'vue';
import { duration } from '../../kit/numbers.ts';
import { metricNames } from '../../kit/metricTitles.ts';
import type { FitTimes } from './boardView.ts';
import type { PreparedBoard } from './leaderboard.data.ts';
import type { Board, BoardSpec } from '../../run/protocol.ts';
import { choiceField, dataField, kField } from '../../kit/fields.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useModelRun } from '../../kit/useModelRun.ts';
import { useUrlState } from '../../kit/useUrlState.ts';

/** What may be held out of each user's log, as the address names it. */
export const splits = ['last-new', 'last'] as const;

const same = (a: BoardSpec, b: BoardSpec): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All that the leaderboard knows and does; its component only shows it. */
export function useBoard({ models, board: printed }: PreparedBoard) {
  const length = kField(printed.spec.k);
  const log = dataField(printed.spec.data.seed ?? 0);
  const fields = [
    length,
    log,
    choiceField('metric', 'Metric', metricNames),
    choiceField('split', 'Held out', splits),
  ];

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
      heard.value = { ...heard.value, [answer.id]: answer.fitMs };
    } else if (answer.kind === 'board') {
      board.value = answer.board;
      shown.value = heard.value;
      live.value = true;
      took.value = performance.now() - askedAt;
    }
  });
  const running = computed(() => runner.state.value.status === 'running');
  const times = computed(() => (running.value ? heard.value : shown.value));

  const wanted = computed<BoardSpec>(() => {
    const { k, data, metric, split } = url.values.value;
    return { data: { seed: data }, split: splits[split], k, metric: metricNames[metric] };
  });

  function ask(fresh: boolean): void {
    const spec = wanted.value;
    const begins = !running.value;
    if (!runner.run({ kind: 'leaderboard', spec, fresh })) return;
    if (begins) askedAt = performance.now();
    const { data, split } = board.value.spec;
    const known = !fresh && spec.data.seed === data.seed && spec.split === split;
    heard.value = known ? shown.value : {};
  }

  const url = useUrlState(fields, () => {
    if (stale.value) ask(false);
  });

  function set(name: string, value: number): void {
    url.set(name, value);
    ask(false);
  }

  function reset(): void {
    url.reset();
    runner.reset();
    board.value = printed;
    shown.value = {};
    live.value = false;
  }

  const stale = computed(() => !same(wanted.value, board.value.spec));

  const says = computed(() => {
    if (stale.value) return 'The table is not yet that of these settings. Press Run.';
    if (!live.value)
      return url.note.value || 'Computed when this page was made. Press Run to compute it here.';
    if (same(board.value.spec, printed.spec)) return reproduction(took.value, printed, board.value);
    const done = `All ${board.value.rows.length} rows fitted, evaluated and compared in your browser, in ${duration(took.value)}.`;
    return `${done} ${url.note.value}`.trim();
  });

  const fitted = computed(() => Object.keys(times.value).length);
  const share = computed(() => {
    const at = runner.state.value.progress;
    const part = at && times.value[at.id] === undefined ? at.step / at.total : 0;
    return (fitted.value + part) / (models.length + 1);
  });
  const step = computed(() => {
    const next = models[fitted.value];
    return next ? `Fitting ${next.title}, ${fitted.value + 1} of ${models.length}` : 'Comparing';
  });

  return {
    length,
    log,
    board,
    live,
    times,
    stale,
    running,
    set,
    reset,
    says,
    share,
    step,
    values: url.values,
    link: url.link,
    state: runner.state,
    run: () => ask(true),
    stop: () => runner.stop(),
    warm: runner.warm,
  };
}
