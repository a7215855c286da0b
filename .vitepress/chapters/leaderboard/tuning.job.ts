// Settings tried on a validation split: a map of ALS over alpha and reg, cell by cell. The worker draws it
// in the browser and the data loader at build time, so both maps come from the same lines.
import { compareAll } from '../../../code/evaluation/comparisons.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { gainsOf } from '../../../code/evaluation/leaderboard.ts';
import { findModel } from '../../../code/models.ts';
import type { Dataset, Options } from '../../../code/models.ts';
import {
  bestTrial,
  gridOf,
  gridSearch,
  rivalsOf,
  testOnce,
  validationSplit,
  winnersCurse,
} from '../../../code/evaluation/tuning.ts';
import type { Trial } from '../../../code/evaluation/tuning.ts';
import type { SyntheticOptions } from '../../../code/recsys.ts';
import { defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { bookLog } from '../../run/bookLog.ts';

/** Which map of ALS to draw: one cell for each alpha and reg, on one log. */
export interface TuneSpec {
  readonly data: SyntheticOptions;
  readonly factors: number;
}

/** One setting of the map, on the validation users. */
export interface TuneCell {
  readonly alpha: number;
  readonly reg: number;
  readonly recall: Estimate;
  readonly ndcg: number;
}

/** A complete map. It holds no times. */
export interface TuneMap {
  readonly spec: TuneSpec;
  readonly k: number;
  /** Validation users, and the rows that every cell learns from. */
  readonly n: number;
  readonly rows: number;
  /** Row by row, the strongest reg and the weakest alpha first. */
  readonly cells: readonly TuneCell[];
  /** Places of the chosen cell, and of the one with alpha and reg of the defaults. */
  readonly best: number;
  readonly usual: number;
  /** One step from the default, as far as it helps: places of the best cells with less alpha, and with more reg. */
  readonly steps: {
    readonly lighter: number;
    readonly stronger: number;
    /** Chance of as large a gap between the two, user by user, if there were none. */
    readonly p: number;
  };
  /** The chosen cell less each cell, user by user. */
  readonly behind: readonly (Estimate & { readonly tied: boolean })[];
  /** Recall of what was chosen on half of the users, there and on the other half. */
  readonly curse: { readonly where: number; readonly elsewhere: number };
  /** Recall on the test users, who had no say in the choice. */
  readonly test: { readonly best: Estimate; readonly usual: Estimate };
}

const als = findModel('implicit-als');
const k = 10;

/** Powers of ten and, among them, the 40 of the defaults. The strongest hold comes first. */
export const mapValues = {
  reg: [100, 40, 10, 1, 0.1],
  alpha: [0.1, 1, 10, 40, 100],
} as const;

/** A page shows three digits: more would only make it longer. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

function cellOf({ setting, metrics }: Trial): TuneCell {
  const { alpha, reg } = setting;
  return { alpha, reg, recall: metrics.recall, ndcg: metrics.ndcg.mean };
}

const isUsual = ({ setting }: Trial): boolean =>
  setting['alpha'] === als.defaults['alpha'] && setting['reg'] === als.defaults['reg'];

/** The chosen trial less each of them, as a page shows it. */
function behindOf(best: Trial, trials: readonly Trial[]): TuneMap['behind'] {
  return rivalsOf(best, trials, { k }).map(({ difference: { mean, low, high }, tied }) => ({
    mean: rounded(mean),
    low: rounded(low),
    high: rounded(high),
    tied,
  }));
}

/** The two single steps that the defaults could take, compared on the people that both were tried on. */
function stepsOf(trials: readonly Trial[], { setting: { alpha, reg } }: Trial): TuneMap['steps'] {
  const lighter = bestTrial(
    trials.filter(({ setting }) => setting['reg'] === reg && setting['alpha'] < alpha),
  );
  const stronger = bestTrial(
    trials.filter(({ setting }) => setting['alpha'] === alpha && setting['reg'] > reg),
  );
  const gains = (trial: Trial) => gainsOf('recall', trial.ranks, k);
  const [{ p }] = compareAll(
    new Map([
      ['lighter', gains(lighter)],
      ['stronger', gains(stronger)],
    ]),
  );
  return { lighter: trials.indexOf(lighter), stronger: trials.indexOf(stronger), p: rounded(p) };
}

/** Trials in the order of the settings; what is known of them already is not fitted again. */
function* trialsOf(
  dataset: Dataset,
  settings: readonly Options[],
  known: readonly Trial[],
): Generator<Trial, void> {
  const names = Object.keys(settings[0]);
  for (const setting of settings) {
    const found = known.find((trial) =>
      names.every((name) => trial.setting[name] === setting[name]),
    );
    if (found) yield { ...found, setting };
    else yield* gridSearch(dataset, als, [setting], { k });
  }
}

/**
 * Tells each trial as soon as it is there.
 * @param known trials on this log
 */
export function runTuning(
  spec: TuneSpec,
  onTrial: (trial: Trial) => void = () => undefined,
  known: readonly Trial[] = [],
): TuneMap {
  const dataset = bookLog(spec.data);
  const { factors } = spec;
  const settings = gridOf(mapValues).map((setting): Options => ({ ...setting, factors }));
  const trials: Trial[] = [];
  for (const trial of trialsOf(dataset, settings, known)) {
    trials.push(trial);
    onTrial(trial);
  }
  const best = bestTrial(trials);
  const usual = trials.findIndex(isUsual);
  const test = (setting: Options) => testOnce(dataset, als, setting, { k }).metrics.recall;
  const n = best.ranks.length;
  return {
    spec,
    k,
    n,
    rows: validationSplit(dataset).train.length,
    cells: trials.map(cellOf),
    best: trials.indexOf(best),
    usual,
    steps: stepsOf(trials, trials[usual]),
    behind: behindOf(best, trials),
    curse: winnersCurse(trials.map(({ ranks }) => gainsOf('recall', ranks, k))),
    test: { best: test(best.setting), usual: test(trials[usual].setting) },
  };
}

export const job = defineJob('tuning', (spec: TuneSpec, { part }: Telling<TuneCell>) =>
  runTuning(spec, (trial) => part(cellOf(trial))),
);
