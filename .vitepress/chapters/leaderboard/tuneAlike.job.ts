// Every model tuned alike: as many settings of each on the validation split, and one look at the test. The
// worker and the data loader call the same lines.
import { compareAll, signFlip } from '../../../code/evaluation/comparisons.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { gainsOf } from '../../../code/evaluation/leaderboard.ts';
import { settingsToTry } from '../../../code/evaluation/tuned.ts';
import type { Tuned } from '../../../code/evaluation/tuned.ts';
import { bestTrial, gridSearch, testOnce } from '../../../code/evaluation/tuning.ts';
import type { Trial } from '../../../code/evaluation/tuning.ts';
import { models } from '../../../code/models.ts';
import type { CatalogueEntry, Dataset, Options } from '../../../code/models.ts';
import type { SyntheticOptions } from '../../../code/recsys.ts';
import { settingText } from '../../kit/numbers.ts';
import { bookSplit } from '../../run/defaults.ts';
import { counted, defineJob } from '../../run/job.ts';
import { datasetOf } from '../../run/jobs/board.ts';

/** The log on which all of them are tuned. */
export interface AlikeSpec {
  readonly data: SyntheticOptions;
}

export interface TunedRow {
  readonly id: string;
  readonly title: string;
  /** How many settings were tried: 1 for a model that has none. */
  readonly tried: number;
  readonly setting: Options;
  /** The chosen hyperparameters, in words; empty for a model that has none. */
  readonly chosen: string;
  readonly validation: { readonly usual: number; readonly chosen: number };
  readonly test: {
    readonly usual: number;
    readonly chosen: Estimate;
    /** The chosen setting against the defaults, person by person. */
    readonly change: TestChange;
  };
}

/** Only those say which of two settings is better whom one of them finds and the other does not. */
export interface TestChange {
  readonly gained: number;
  readonly lost: number;
  /** Chance of a split at least this uneven if the settings were equally good. */
  readonly p: number;
}

export interface TunedAll {
  readonly spec: AlikeSpec;
  readonly k: number;
  readonly n: number;
  /** In book order, without Random. */
  readonly rows: readonly TunedRow[];
  /** The models that the test users cannot tell from the one with the best test recall, once all are tuned. */
  readonly tied: readonly string[];
}

/** Hears of each trial: the how-manieth of all. */
type OnTrial = (entry: CatalogueEntry, trial: Trial, done: number, total: number) => void;

const k = 10;
const recallOf = ({ metrics }: Trial): number => metrics.recall.mean;

/** Who is tuned: all but chance. Popularity has nothing to set, and is there to be compared with. */
const entries = models.filter(({ id }) => id !== 'random');
const total = entries.reduce((sum, entry) => sum + settingsToTry(entry).length, 0);

const inWords = ({ ranges }: CatalogueEntry, setting: Options): string =>
  Object.entries(setting)
    .map(([name, value]) => `${ranges[name].label.toLowerCase()}\u00a0${settingText(value)}`)
    .join(', ');

interface Found {
  readonly row: TunedRow;
  /** What each test user is worth to the chosen setting. */
  readonly gains: readonly number[];
}

/** @returns who is found by the one alone and by the other alone, and McNemar's exact test of it */
function changeOf(before: readonly number[], after: readonly number[]): TestChange {
  const differences = after.map((gain, user) => gain - before[user]);
  return {
    gained: differences.filter((difference) => difference > 0).length,
    lost: differences.filter((difference) => difference < 0).length,
    p: signFlip(differences),
  };
}

function tune(dataset: Dataset, entry: CatalogueEntry, told: (trial: Trial) => void): Found {
  const trials: Trial[] = [];
  for (const trial of gridSearch(dataset, entry, settingsToTry(entry), { k })) {
    trials.push(trial);
    told(trial);
  }
  const usual = trials.find(({ setting }) =>
    Object.entries(setting).every(([name, value]) => entry.defaults[name] === value),
  );
  if (!usual) throw new Error(`What is searched of ${entry.id} lacks its defaults.`);
  const best = bestTrial(trials);
  const found = testOnce(dataset, entry, best.setting, { k });
  const before = best === usual ? found : testOnce(dataset, entry, usual.setting, { k });
  const gains = gainsOf('recall', found.ranks, k);
  const row = {
    id: entry.id,
    title: entry.title,
    tried: trials.length,
    setting: best.setting,
    chosen: inWords(entry, best.setting),
    validation: { usual: recallOf(usual), chosen: recallOf(best) },
    test: {
      usual: recallOf(before),
      chosen: found.metrics.recall,
      change: changeOf(gainsOf('recall', before.ranks, k), gains),
    },
  };
  return { row, gains };
}

export function tuneAlike(spec: AlikeSpec, onTrial: OnTrial = () => undefined): TunedAll {
  const dataset = datasetOf({ ...spec, split: bookSplit });
  let done = 0;
  const all = entries.map((entry) =>
    tune(dataset, entry, (trial) => onTrial(entry, trial, ++done, total)),
  );
  const rows = all.map(({ row }) => row);
  const [lead] = rows.toSorted((a, b) => b.test.chosen.mean - a.test.chosen.mean);
  const pairs = compareAll(new Map(all.map(({ row, gains }) => [row.id, gains])));
  const tied = pairs
    .filter((pair) => pair.tied && (pair.a === lead.id || pair.b === lead.id))
    .map(({ a, b }) => (a === lead.id ? b : a));
  return { spec, k, n: dataset.test.size, rows, tied };
}

/** The settings that were found, of those models that have some. */
export const tunedOf = ({ rows }: TunedAll): Tuned =>
  Object.fromEntries(rows.filter(({ tried }) => tried > 1).map(({ id, setting }) => [id, setting]));

export const job = defineJob('tuneAlike', (spec: AlikeSpec, { progress }) =>
  tuneAlike(spec, (entry, _, done) => progress(entry.title, counted(done, total))),
);
