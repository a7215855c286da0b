// Every model tuned with the same care: a small grid on the validation split, and one look at the test.
import { compareAll } from '../../../code/evaluation/comparisons.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { gainsOf } from '../../../code/evaluation/leaderboard.ts';
import { models } from '../../../code/models.ts';
import type { Dataset, ModelEntry, Options } from '../../../code/models.ts';
import { bestTrial, gridOf, gridSearch, testOnce } from '../../../code/evaluation/tuning.ts';
import type { Trial } from '../../../code/evaluation/tuning.ts';
import { settingText } from '../../kit/numbers.ts';
import { mapValues } from './tuning.job.ts';

/** The grids, and those of each list first that hold the model back the most. */
export const grids: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  trending: { halfLife: [50_000, 10_000, 2000, 500, 100] },
  'content-based': { halfLife: [50_000, 10_000, 2000, 500, 100] },
  'implicit-als': { factors: [8, 32], ...mapValues },
  bpr: { factors: [8, 32], reg: [0.1, 0.03, 0.01], lr: [0.05, 0.1] },
};

export interface TunedRow {
  readonly id: string;
  readonly title: string;
  /** How many settings were tried: 1 for a model that has none. */
  readonly tried: number;
  /** The chosen hyperparameters, in words; empty for a model that has none. */
  readonly chosen: string;
  readonly validation: { readonly usual: number; readonly chosen: number };
  readonly test: { readonly usual: number; readonly chosen: Estimate };
}

export interface TunedAll {
  readonly k: number;
  readonly n: number;
  /** In book order, without Random. */
  readonly rows: readonly TunedRow[];
  /** The models that the test users cannot tell from the one with the best test recall, once all are tuned. */
  readonly tied: readonly string[];
}

const k = 10;
const recallOf = ({ metrics }: Trial): number => metrics.recall.mean;

const inWords = ({ ranges }: ModelEntry, setting: Options): string =>
  Object.entries(setting)
    .map(([name, value]) => `${ranges[name].label.toLowerCase()}\u00a0${settingText(value)}`)
    .join(', ');

interface Tuned {
  readonly row: TunedRow;
  /** What each test user is worth to the chosen setting. */
  readonly gains: readonly number[];
}

function tune(dataset: Dataset, entry: ModelEntry, tried?: readonly Trial[]): Tuned {
  const grid = grids[entry.id] ?? {};
  const names = Object.keys(grid);
  const usual = Object.fromEntries(names.map((name) => [name, entry.defaults[name]]));
  const search = () => Array.from(gridSearch(dataset, entry, gridOf(grid), { k, samples: 1 }));
  const trials = tried ?? search();
  const given = trials.find(({ setting }) => names.every((name) => setting[name] === usual[name]));
  if (!given) throw new Error(`The grid of ${entry.id} lacks the defaults.`);
  const best = bestTrial(trials);
  const found = testOnce(dataset, entry, best.setting, { k });
  const row = {
    id: entry.id,
    title: entry.title,
    tried: trials.length,
    chosen: inWords(entry, best.setting),
    validation: { usual: recallOf(given), chosen: recallOf(best) },
    test: { usual: recallOf(testOnce(dataset, entry, usual, { k })), chosen: found.metrics.recall },
  };
  return { row, gains: gainsOf('recall', found.ranks, k) };
}

/** @param tried trials of ALS on this log that were made already, in the order of its grid */
export function tuneAll(dataset: Dataset, tried?: readonly Trial[]): TunedAll {
  const all = models
    .filter(({ id }) => id !== 'random')
    .map((entry) => tune(dataset, entry, entry.id === 'implicit-als' ? tried : undefined));
  const rows = all.map(({ row }) => row);
  const [lead] = rows.toSorted((a, b) => b.test.chosen.mean - a.test.chosen.mean);
  const pairs = compareAll(new Map(all.map(({ row, gains }) => [row.id, gains])));
  const tied = pairs
    .filter((pair) => pair.tied && (pair.a === lead.id || pair.b === lead.id))
    .map(({ a, b }) => (a === lead.id ? b : a));
  return { k, n: dataset.test.size, rows, tied };
}
