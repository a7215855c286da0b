// Settings tried on a validation split: a map of ALS over alpha and reg, cell by cell. The worker asks
// for the cells in the browser and the data loader at build time, so both maps come from the same lines.
import { drawSamples } from '../../code/evaluation/intervals.ts';
import { gainsOf } from '../../code/evaluation/leaderboard.ts';
import { findModel } from '../../code/models.ts';
import type { Options } from '../../code/models.ts';
import {
  bestTrial,
  gridOf,
  gridSearch,
  rivalsOf,
  testOnce,
  validationSplit,
  winnersCurse,
} from '../../code/evaluation/tuning.ts';
import type { Trial } from '../../code/evaluation/tuning.ts';
import type { TuneCell, TuneMap, TuneSpec } from './protocol.ts';
import { datasetOf } from './runBoard.ts';

const als = findModel('implicit-als');
const k = 10;

/** Powers of ten and, among them, the 40 of the defaults. The strongest hold comes first. */
export const mapValues = {
  reg: [100, 40, 10, 1, 0.1],
  alpha: [0.1, 1, 10, 40, 100],
} as const;

/** So many that the least p stays below 5 % when it is multiplied by the number of cells. */
const comparisonSamples = 5000;

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
  const drawn = drawSamples(best.ranks.length, comparisonSamples, 0);
  return rivalsOf(best, trials, drawn, { k }).map(({ difference: { mean, low, high }, tied }) => ({
    mean: rounded(mean),
    low: rounded(low),
    high: rounded(high),
    tied,
  }));
}

/** Yields each cell as soon as it is there, and returns the map. */
export function* runTuning(
  spec: TuneSpec,
  onTrial?: (trial: Trial) => void,
): Generator<TuneCell, TuneMap> {
  const dataset = datasetOf({ data: spec.data, split: 'last-new' });
  const { factors } = spec;
  const settings = gridOf(mapValues).map((setting): Options => ({ ...setting, factors }));
  const trials: Trial[] = [];
  for (const trial of gridSearch(dataset, als, settings, { k })) {
    trials.push(trial);
    onTrial?.(trial);
    yield cellOf(trial);
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
    behind: behindOf(best, trials),
    curse: winnersCurse(trials.map(({ ranks }) => gainsOf('recall', ranks, k))),
    test: { best: test(best.setting), usual: test(trials[usual].setting) },
  };
}
