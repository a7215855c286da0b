import { computed } from 'vue';
import { duration, settingText } from '../../kit/numbers.ts';
import type { PreparedRun } from '../../run/prepare.ts';
import type { job as modelJob, RunSpec } from '../../run/jobs/model.ts';
import { worlds } from '../../../code/evaluation/worlds.ts';
import {
  dataField,
  kField,
  optionFields,
  specOf,
  userField,
  worldField,
  worldOf,
} from '../../kit/fields.ts';
import type { Values } from '../../kit/fields.ts';
import { reproduction } from '../../kit/sameResult.ts';
import { useJob } from '../../kit/useJob.ts';
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
  const fields = [person, length, ...options, worldField, log];
  /** A model without iterations is fitted in no time: its result follows the controls. */
  const follows = model.curve === null;

  /** The newest request: its fit is under way, or shown. */
  let asked = printed.spec;
  const job = useJob<typeof modelJob>('model', {
    printed: [{ request: printed.spec, answer: { result: printed, fitMs: 0 } }],
    wanted: () => wanted.value,
  });
  const { running, live } = job;
  const result = computed(() => job.shown.value.answer.result);

  const ask = (request: RunSpec, fresh = false): void => {
    if (job.run(fresh, request)) asked = request;
  };

  const url = useUrlState(fields, () => {
    if (job.stale.value) ask(wanted.value);
  });
  const wanted = computed(() => specOf(model, url.values.value));
  /** Another look at the same fit comes by itself. */
  const stale = computed(() => !follows && !same(fitOf(wanted.value), fitOf(result.value.spec)));

  function set(name: string, value: number): void {
    url.set(name, value);
    if (follows) ask(wanted.value);
    else if (name === 'user' || name === 'k') {
      // Another look at what is fitted, or is being fitted just now: no new settings.
      const { options: fitted, data } = running.value ? asked : result.value.spec;
      ask({ ...wanted.value, options: fitted, data });
    }
  }

  function reset(): void {
    url.reset();
    job.reset();
    asked = printed.spec;
  }

  /** The settings that the shown result does not have. */
  const changed = computed(() => {
    const { options: shown, data } = result.value.spec;
    const before: Values = { ...shown, data: data.seed ?? 0, world: worldOf(data) };
    const now = url.values.value;
    return [...options, worldField, log]
      .filter(({ name }) => before[name] !== now[name])
      .map(({ label, name }) =>
        name === 'world'
          ? `the world “${worlds[now[name]].title}”`
          : `${label} ${settingText(now[name])}`,
      );
  });

  const says = computed(() => {
    if (stale.value)
      return `Not yet computed for ${changed.value.join(', ')}: the result shown is the one before. Press Run.`;
    if (!live.value) return url.note.value || 'Computed when this page was made.';
    const { fitMs } = job.shown.value.answer;
    if (same(result.value.spec, printed.spec)) return reproduction(fitMs, printed, result.value);
    return [`Fitted in your browser in ${duration(fitMs)}.`, url.note.value].join(' ').trim();
  });

  const step = computed(() => {
    const at = job.state.value.progress;
    return at && model.curve ? `${model.curve.step} ${at.step} of ${at.total}` : 'Fitting';
  });

  return {
    /** The steps so far of the fit under way. */
    growing: computed(() => (running.value ? job.steps.value : [])),
    job: { ...job, stale },
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
    share: job.share,
    values: url.values,
    link: url.link,
    run: () => ask(wanted.value, true),
  };
}
