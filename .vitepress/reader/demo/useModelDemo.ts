import { computed, ref, shallowRef } from 'vue';
import { duration, withCommas } from '../../kit/numbers.ts';
import type { PreparedRun } from '../../run/prepare.ts';
import type { RunResult, RunSpec } from '../../run/protocol.ts';
import type { FitProgress } from '../../../code/models.ts';
import { dataField, kField, optionFields, specOf, userField } from '../../kit/fields.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useModelRun } from '../../kit/useModelRun.ts';
import { useUrlState } from '../../kit/useUrlState.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fit that a spec asks for, without what is only read from it. */
const fitOf = ({ options, data }: RunSpec) => ({ options, data });

/** All that the demo of one model knows and does; the components only show it. */
export function useModelDemo({ model, nUsers, result: printed }: PreparedRun) {
  const person = userField(nUsers, printed.spec.user);
  const length = kField(printed.spec.k);
  const log = dataField(printed.spec.data.seed ?? 0);
  const options = optionFields(model);
  const fields = [person, length, ...options, log];
  /** A model without iterations is fitted in no time: its result follows the controls. */
  const follows = model.curve === null;

  const result = shallowRef<RunResult>(printed);
  const live = ref(false);
  const fitMs = ref(0);
  /** The steps so far of the fit under way. */
  const heard = shallowRef<readonly FitProgress[]>([]);
  let asked: RunSpec = printed.spec;

  const runner = useModelRun((answer) => {
    if (answer.kind === 'progress') heard.value = [...heard.value, answer.progress];
    if (answer.kind !== 'result') return;
    result.value = answer.result;
    fitMs.value = answer.fitMs;
    live.value = true;
  });
  const ask = (spec: RunSpec, fresh = false): void => {
    if (!runner.run({ kind: 'run', spec, fresh })) return;
    asked = spec;
    heard.value = [];
  };

  const url = useUrlState(fields, () => {
    if (!same(wanted.value, result.value.spec)) ask(wanted.value);
  });
  const wanted = computed(() => specOf(model, url.values.value));
  const stale = computed(() => !follows && !same(fitOf(wanted.value), fitOf(result.value.spec)));

  function set(name: string, value: number): void {
    url.set(name, value);
    if (follows) ask(wanted.value);
    else if (name === 'user' || name === 'k') {
      // Another look at what is fitted, or is being fitted just now: no new settings.
      const running = runner.state.value.status === 'running';
      const { options: fitted, data } = running ? asked : result.value.spec;
      ask({ ...wanted.value, options: fitted, data });
    }
  }

  function reset(): void {
    url.reset();
    runner.reset();
    asked = printed.spec;
    result.value = printed;
    live.value = false;
  }

  /** The settings that the shown result does not have. */
  const changed = computed(() => {
    const { options: shown, data } = result.value.spec;
    return [...options, log]
      .filter(({ name }) => {
        const before = name === 'data' ? data.seed : shown[name];
        return before !== url.values.value[name];
      })
      .map(({ label, name }) => `${label} ${withCommas(url.values.value[name])}`);
  });

  const says = computed(() => {
    if (stale.value)
      return `Not yet computed for ${changed.value.join(', ')}: the result shown is the one before. Press Run.`;
    if (!live.value) return url.note.value || 'Computed when this page was made.';
    if (same(result.value.spec, printed.spec))
      return reproduction(fitMs.value, printed, result.value);
    return [`Fitted in your browser in ${duration(fitMs.value)}.`, url.note.value].join(' ').trim();
  });

  const step = computed(() => {
    const at = runner.state.value.progress;
    return at && model.curve ? `${model.curve.step} ${at.step} of ${at.total}` : 'Fitting';
  });
  const share = computed(() => {
    const at = runner.state.value.progress;
    return at ? at.step / at.total : null;
  });

  const growing = computed(() => (runner.state.value.status === 'running' ? heard.value : []));

  return {
    growing,
    person,
    length,
    log,
    options,
    follows,
    result,
    live,
    stale,
    set,
    reset,
    says,
    step,
    share,
    values: url.values,
    link: url.link,
    state: runner.state,
    run: () => ask(wanted.value, true),
    stop: () => runner.stop(),
    warm: runner.warm,
  };
}
