// The stations of the laboratory: one switch each, with a question to be answered before the run, and
// what the run says to it. Nothing here is a result: every number comes from the two leaderboards.
import type { LabRow, Setup } from '../../../code/evaluation/laboratory.ts';
import { decimal, percent } from '../../kit/numbers.ts';
import { tooClose } from '../../reader/learning/prediction.ts';
import type { LabResult } from './lab.job.ts';

export const stationIds = ['split', 'time', 'cut', 'users', 'sampled'] as const;
export type StationId = (typeof stationIds)[number];

export interface Station {
  readonly id: StationId;
  /** The one thing that is changed from the usual setup. */
  readonly change: Partial<Setup>;
  readonly question: (usual: LabResult) => string;
  readonly answers: readonly string[];
  /** The place of the answer that the run gives. */
  readonly right: (before: LabResult, after: LabResult) => number;
  readonly finding: (before: LabResult, after: LabResult) => string;
}

/** Models only: the oracle is no contestant. */
export const modelsOf = ({ rows }: LabResult): LabRow[] => rows.filter(({ id }) => id !== 'oracle');

const rowOf = (of: LabResult, id: string): LabRow => {
  const row = of.rows.find((r) => r.id === id);
  if (!row) throw new Error(`stations: ${id} is not in the laboratory`);
  return row;
};

/** Pairs of models that stand in one order before and in the other after. */
export function turnedPairs(before: LabResult, after: LabResult): number {
  const [a, b] = [modelsOf(before), modelsOf(after)];
  let turned = 0;
  a.forEach((_, i) => {
    for (let j = 0; j < i; j++) {
      if ((a[i].mean - a[j].mean) * (b[i].mean - b[j].mean) < 0) turned++;
    }
  });
  return turned;
}

/** How many pairs of models there are. */
function pairsOf(of: LabResult): number {
  const count = modelsOf(of).length;
  return (count * (count - 1)) / 2;
}

/** Its place in the leaderboard, from 1. */
const placeOf = (of: LabResult, id: string): number =>
  1 + modelsOf(of).filter(({ mean }) => mean > rowOf(of, id).mean).length;

/** The model that gains most places. */
function climberOf(before: LabResult, after: LabResult) {
  const moves = modelsOf(after).map(({ id, title }) => {
    return { title, from: placeOf(before, id), to: placeOf(after, id) };
  });
  return moves.reduce((a, b) => (b.from - b.to > a.from - a.to ? b : a));
}

/** The place of the first limit that the value stays below; the number of limits if it passes all. */
const binOf = (value: number, limits: readonly number[]): number => {
  const place = limits.findIndex((limit) => value < limit);
  return place < 0 ? limits.length : place;
};

const best = (of: LabResult): LabRow => modelsOf(of).reduce((a, b) => (b.mean > a.mean ? b : a));
const width = ({ high, low }: LabRow): number => high - low;
const bpr = (of: LabResult): LabRow => rowOf(of, 'bpr');
const times = (ratio: number): string => `${decimal(ratio, 1)} times`;

const falls = ['It falls to less than half', 'It falls, but not to half', tooClose, 'It rises'];

/**
 * What became of the recall of BPR. Both rows have an interval; that of their difference is Newcombe's, as if
 * other people had been asked. https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
 */
function fallOf(before: LabResult, after: LabResult): number {
  const [was, is] = [bpr(before), bpr(after)];
  const change = is.mean - was.mean;
  if (change - Math.hypot(is.mean - is.low, was.high - was.mean) > 0) return 3;
  if (change + Math.hypot(is.high - is.mean, was.mean - was.low) >= 0) return 2;
  return is.mean < was.mean / 2 ? 0 : 1;
}

/** A change of the recall that may be none is no finding, and is said with the numbers. */
const asFarAsTold = (before: LabResult, after: LabResult): string =>
  fallOf(before, after) === 2 ? ', which these people cannot tell from chance' : '';

export const stations: Readonly<Record<StationId, Station>> = {
  split: {
    id: 'split',
    change: { split: 'last' },
    question: () =>
      'Hide each user’s last event, new or not. What does that do to the recall of BPR?',
    answers: falls,
    right: fallOf,
    finding: (before, after) =>
      `The recall of BPR goes from ${decimal(bpr(before).mean)} to ${decimal(bpr(after).mean)}${asFarAsTold(before, after)}: ${after.unreachable} of ${after.n} test users have had the hidden item, no list can hold it, and the ceiling is ${decimal(1 - after.unreachable / after.n)}`,
  },
  time: {
    id: 'time',
    change: { split: 'time' },
    question: () =>
      'Cut the whole log at one moment, so that nobody learns from the future. What does that do to the recall of BPR?',
    answers: falls,
    right: fallOf,
    finding: (before, after) =>
      `In this log the future tells little: it was ${percent(before.leak, 1)} of the training rows, now it is ${percent(after.leak, 1)}, and BPR goes from ${decimal(bpr(before).mean)} to ${decimal(bpr(after).mean)}${asFarAsTold(before, after)}`,
  },
  cut: {
    id: 'cut',
    change: { k: 1 },
    question: (usual) =>
      `Count only the first place of each list. Of the ${pairsOf(usual)} pairs of models, how many change their order?`,
    answers: [
      'None',
      'Fewer than one in ten',
      'One in ten to one in four',
      'More than one in four',
    ],
    right: (before, after) => {
      const turned = turnedPairs(before, after);
      return turned === 0 ? 0 : 1 + binOf(turned / pairsOf(before), [0.1, 0.25]);
    },
    finding: (before, after) => {
      const order = `${turnedPairs(before, after)} of ${pairsOf(before)} pairs change their order`;
      return best(after).id === best(before).id
        ? `${order}, and ${best(after).title} leads at k = 1 and at k = ${before.setup.k}, with ${decimal(best(after).mean)} and ${decimal(best(before).mean)}`
        : `${order}: at k = 1 ${best(after).title} leads with ${decimal(best(after).mean)}, at k = ${before.setup.k} it was ${best(before).title} with ${decimal(best(before).mean)}`;
    },
  },
  users: {
    id: 'users',
    change: { users: 75 },
    question: () =>
      'Draw a log of 75 users in place of 300. How wide does the interval of BPR become?',
    answers: ['About as wide as before', 'About twice as wide', 'About four times as wide'],
    right: (before, after) => binOf(width(bpr(after)) / width(bpr(before)), [1.4, 2.8]),
    finding: (before, after) =>
      `A quarter of the users, an interval ${times(width(bpr(after)) / width(bpr(before)))} as wide: for BPR from ${decimal(bpr(after).low)} to ${decimal(bpr(after).high)}`,
  },
  sampled: {
    id: 'sampled',
    change: { candidates: 20 },
    question: () =>
      'Rank the hidden item among 20 sampled ones in place of the whole catalogue. What recall does Random reach?',
    answers: ['Below 0.2, as before', 'About a third', 'About a half', 'Above 0.6'],
    right: (_, after) => binOf(rowOf(after, 'random').mean, [0.2, 0.4, 0.6]),
    finding: (before, after) => {
      const random = `Among 20 sampled items even Random finds ${decimal(rowOf(after, 'random').mean)}`;
      const { title, from, to } = climberOf(before, after);
      return to < from
        ? `${random}, and ${title} climbs from place ${from} to place ${to}`
        : random;
    },
  },
};

/** What the order of the models makes of it. */
export function aboutOrder(before: LabResult, after: LabResult): string {
  const turned = turnedPairs(before, after);
  if (turned === 0) return `No pair of models changes its order.`;
  return `${turned} of ${pairsOf(before)} pairs of models change${turned === 1 ? 's' : ''} ${turned === 1 ? 'its' : 'their'} order.`;
}
