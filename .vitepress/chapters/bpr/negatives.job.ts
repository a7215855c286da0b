// BPR with each way of drawing the other item j: the same log, start and number of steps. The worker and the
// data loader call the same lines.
import { compareAll } from '../../../code/evaluation/comparisons.ts';
import type { Difference, Estimate } from '../../../code/evaluation/intervals.ts';
import { spreadOf } from '../../../code/evaluation/leaderboard.ts';
import { metrics, recommendAll } from '../../../code/evaluation/metrics.ts';
import type { Dataset } from '../../../code/models.ts';
import { BPR, buildMatrix, rowOf } from '../../../code/recsys.ts';
import type { Negatives, SparseMatrix, SyntheticOptions } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import { counted, defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { marginBins } from './marginBins.ts';

/** The log on which the ways of drawing negatives are compared. */
export interface NegativesSpec {
  readonly data: SyntheticOptions;
}

/** One way of drawing j, after so many epochs. */
export interface NegativesStop {
  readonly epochs: number;
  /** How many of all margins lie in each bin of `marginBins`; the first and the last hold what lies beyond. */
  readonly bins: readonly number[];
  /** The share of all pairs in order. */
  readonly inOrder: number;
  readonly recall: number;
  readonly ndcg: number;
  /** The share of people who have a recommended item, on average. */
  readonly people: number;
  /** The share of the items that some list holds. */
  readonly coverage: number;
  /** What is gained over the usual way, user by user; null for that way itself. */
  readonly recallGain: Estimate | null;
  readonly peopleGain: Estimate | null;
}

export interface NegativesRow {
  readonly id: Negatives;
  readonly stops: readonly NegativesStop[];
}

/** Every way of drawing j on one log, the usual one first. */
export interface NegativesResult {
  readonly spec: NegativesSpec;
  readonly k: number;
  readonly nTest: number;
  readonly stepsPerEpoch: number;
  /** All triples of a user, an item they have and one they lack. */
  readonly pairs: number;
  /** The share of people who have an item, over the whole catalogue. */
  readonly average: number;
  readonly rows: readonly NegativesRow[];
}

/** The usual way last: the others are compared with it. */
const ways: readonly Negatives[] = ['any', 'popular', 'unseen'];
/** The last is the default. */
const epochStops = [1, 3, 10, 30] as const;
export const k = 10;

/** One fit, before it is compared. */
interface Measured {
  readonly stop: Omit<NegativesStop, 'recallGain' | 'peopleGain'>;
  /** For each test user: found or not, and the mean share of people who have what was recommended. */
  readonly found: Float64Array;
  readonly people: Float64Array;
}

/** How far it is: `done` of `total` fits. */
export type OnFit = (done: number, total: number, id: string) => void;

/** The recall of a way on one log, with the default settings. */
export function recallOf(negatives: Negatives, seed: number): number {
  const { train, test, nUsers, nItems } = bookLog({ seed });
  const model = new BPR({ negatives }).fit(train, nUsers, nItems);
  return metrics.recall(recommendAll(model, test, k), test, k);
}

export function runNegatives(spec: NegativesSpec, onFit: OnFit = () => undefined): NegativesResult {
  const data = bookLog(spec.data);
  const R = buildMatrix(data.train, data.nUsers, data.nItems);
  const total = ways.length * epochStops.length;
  let done = 0;
  const stops = epochStops.map((epochs) => {
    const fits = ways.map((negatives) => {
      onFit(done++, total, negatives);
      // A fit of few epochs is the beginning of one of many: same seed, same draws.
      return measure(data, R, new BPR({ epochs, negatives }), epochs);
    });
    return compared(fits);
  });
  const rows = ways.map((id, n): NegativesRow => ({ id, stops: stops.map((stop) => stop[n]) }));
  const users = Array.from({ length: data.nUsers }, (_, u) => rowOf(R, u).length);
  return {
    spec,
    k,
    nTest: data.test.size,
    stepsPerEpoch: R.indices.length,
    pairs: users.reduce((sum, has) => sum + has * (data.nItems - has), 0),
    average: R.indices.length / data.nItems / data.nUsers,
    // The usual way first, as it is told.
    rows: [rows[2], rows[0], rows[1]],
  };
}

function measure(data: Dataset, R: SparseMatrix, model: BPR, epochs: number): Measured {
  model.fit(data.train, data.nUsers, data.nItems);
  const lists = recommendAll(model, data.test, k);
  const counts = new Float64Array(data.nItems);
  for (const item of R.indices) counts[item]++;
  const found = Float64Array.from(data.test, ([u, item]) => Number(lists.get(u)?.includes(item)));
  const people = Float64Array.from(data.test.keys(), (u) => {
    const list = lists.get(u) ?? [];
    return list.reduce((sum, item) => sum + counts[item] / data.nUsers, 0) / (list.length || 1);
  });
  const { bins, inOrder } = histogram(model, R);
  return {
    stop: {
      epochs,
      bins,
      inOrder,
      recall: metrics.recall(lists, data.test, k),
      ndcg: metrics.ndcg(lists, data.test, k),
      people: people.reduce((sum, share) => sum + share, 0) / people.length,
      coverage: spreadOf(lists, data.nItems).coverage,
    },
    found,
    people,
  };
}

/** The margins of every user, each item they have, each they lack; a tie counts as half in order. */
function histogram(model: BPR, R: SparseMatrix): { bins: number[]; inOrder: number } {
  const bins = new Array<number>(marginBins.count).fill(0);
  let [ordered, pairs] = [0, 0];
  for (let u = 0; u < R.nRows; u++) {
    const scores = model.scores(u);
    const has = rowOf(R, u);
    const lacks = Array.from(scores.keys()).filter((item) => !has.includes(item));
    for (const i of has) {
      for (const j of lacks) {
        const margin = scores[i] - scores[j];
        if (margin > 0) ordered++;
        else if (margin === 0) ordered += 0.5;
        const bin = Math.floor((margin - marginBins.from) / marginBins.width);
        bins[Math.min(Math.max(bin, 0), marginBins.count - 1)]++;
        pairs++;
      }
    }
  }
  return { bins, inOrder: ordered / Math.max(pairs, 1) };
}

/** Each fit with how much more it is worth than the last one, user by user. */
function compared(fits: readonly Measured[]): NegativesStop[] {
  const gains = (of: 'found' | 'people'): (Estimate | null)[] => {
    const byWay = new Map(fits.map((fit, n) => [ways[n], fit[of]]));
    const all = compareAll(byWay).filter(({ b }) => b === 'unseen');
    return ways.map((id) => gainOf(all.find(({ a }) => a === id)));
  };
  const [recallGains, peopleGains] = [gains('found'), gains('people')];
  return fits.map(({ stop }, n) => ({
    ...stop,
    recallGain: recallGains[n],
    peopleGain: peopleGains[n],
  }));
}

const gainOf = (pair: Difference | undefined): Estimate | null => pair?.difference ?? null;

export const job = defineJob('negatives', (spec: NegativesSpec, { progress }: Telling) =>
  runNegatives(spec, (done, total, id) => progress(id, counted(done, total))),
);
