import { computed, shallowRef } from 'vue';
import { duration } from '../../kit/numbers.ts';
import type { PreparedTuning } from './tuning.data.ts';
import type { TuneCell, TuneMap, TuneSpec } from '../../run/protocol.ts';
import { choiceField, dataField } from '../../kit/fields.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useModelRun } from '../../kit/useModelRun.ts';
import { useUrlState } from '../../kit/useUrlState.ts';

/** How many factors a map may have, as the address names them. */
export const factorChoices = ['4', '8', '16', '32'] as const;

interface Known {
  readonly map: TuneMap;
  /** Milliseconds it took in this browser; undefined for a map that is printed. */
  readonly took?: number;
}

const keyOf = (spec: TuneSpec): string => JSON.stringify(spec);

/** The map of settings: what is printed of it, what was computed here, and what is asked for. */
export function useTuning({ factors: given, maps }: PreparedTuning) {
  const first = maps.find(({ spec }) => spec.factors === given) ?? maps[0];
  const log = { ...dataField(first.spec.data.seed ?? 0), name: 'tune.data' };
  const usual = (factorChoices as readonly string[]).indexOf(String(given));
  const factors = { ...choiceField('tune.factors', 'Factors', factorChoices), default: usual };

  const printed = new Map<string, Known>(maps.map((map) => [keyOf(map.spec), { map }]));
  /** Maps that need not be asked for. */
  const known = new Map(printed);
  const shown = shallowRef<Known>({ map: first });
  const heard = shallowRef<readonly TuneCell[]>([]);
  let askedAt = 0;

  const runner = useModelRun((answer) => {
    if (answer.kind === 'cell') heard.value = [...heard.value, answer.cell];
    if (answer.kind !== 'map') return;
    const { map } = answer;
    shown.value = { map, took: performance.now() - askedAt };
    known.set(keyOf(map.spec), shown.value);
  });
  const running = computed(() => runner.state.value.status === 'running');

  const wanted = computed<TuneSpec>(() => {
    const { value } = url.values;
    return { data: { seed: value[log.name] }, factors: Number(factorChoices[value[factors.name]]) };
  });

  /** A map that is known is shown at once; another waits for Run. */
  function show(): void {
    const found = known.get(keyOf(wanted.value));
    if (found) shown.value = found;
  }
  const url = useUrlState([log, factors], () => {
    leave();
    show();
  });

  /** A change ends the run that is under way: it would answer another question. */
  function leave(): void {
    runner.stop('Stopped, because the settings were changed.');
  }

  function set(name: string, value: number): void {
    leave();
    url.set(name, value);
    show();
  }

  function run(): void {
    if (!runner.run({ kind: 'tune', spec: wanted.value, fresh: true })) return;
    askedAt = performance.now();
    heard.value = [];
  }

  function reset(): void {
    runner.reset();
    url.reset();
    known.clear();
    for (const [key, value] of printed) known.set(key, value);
    show();
  }

  const stale = computed(() => keyOf(wanted.value) !== keyOf(shown.value.map.spec));
  const says = computed(() => {
    const { map, took } = shown.value;
    if (stale.value) return 'The map is not yet that of these settings. Press Run.';
    if (took === undefined)
      return url.note.value || 'Computed when this page was made. Press Run to compute it here.';
    const print = printed.get(keyOf(map.spec));
    if (print) return reproduction(took, print.map, map);
    const done = `${map.cells.length} settings fitted and evaluated in your browser, in ${duration(took)}.`;
    return `${done} ${url.note.value}`.trim();
  });

  const map = computed(() => shown.value.map);
  const total = computed(() => map.value.cells.length);
  return {
    log,
    factors,
    map,
    /** The cells that are there, in order; while a run is under way, those of the run. */
    cells: computed(() => (running.value ? heard.value : map.value.cells)),
    wanted,
    stale,
    says,
    running,
    set,
    run,
    reset,
    values: url.values,
    link: url.link,
    state: runner.state,
    share: computed(() => heard.value.length / total.value),
    step: computed(() => {
      const next = heard.value.length + 1;
      return next > total.value ? 'Comparing' : `Setting ${next} of ${total.value}`;
    }),
    stop: () => runner.stop(),
    warm: runner.warm,
  };
}
