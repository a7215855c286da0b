// What each chapter asks before its main run, and what the run says to it. Nothing here is a result: the
// right answer and the finding are read from what was measured, beside what the page has printed.
import { count, decimal, percent } from '../../kit/numbers.ts';
import type { LogPicture } from '../../kit/logPicture.ts';
import type { SimilarityPicture } from '../../chapters/item-item-cf/picture.ts';
import type { Board, RunResult } from '../../run/protocol.ts';

/** @typeParam Run what a run gives */
export interface Prediction<Run> {
  readonly question: string;
  readonly answers: readonly string[];
  /** The settings that are asked about; without them it is the demo as it is printed. */
  readonly change?: Readonly<Record<string, number>>;
  /** The same in words, after “Try it with”. */
  readonly setting?: string;
  /** The place of the measured answer. */
  readonly right: (run: Run, printed: Run) => number;
  readonly finding: (run: Run, printed: Run) => string;
}

export type ModelPrediction = Prediction<RunResult>;

/** The place of a value among the limits: 0 below the first. */
const binOf = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value >= limit).length;

const hits = ({ metrics, nTest }: RunResult): number => Math.round(metrics.recall * nTest);

const closeCall = 3; // hits

/** Falls, stays, rises: the hits of a run beside those that are printed. */
const moved = (run: RunResult, printed: RunResult): number =>
  binOf(hits(run) - hits(printed), [-closeCall, closeCall + 1]);

const hitsBeside = (run: RunResult, printed: RunResult): string =>
  `It finds the next choice of ${hits(run)} in ${run.nTest} people; as printed it found ${hits(printed)}.`;

const movedAnswers = ['It falls', `It stays, within ${closeCall} hits`, 'It rises'];

/** A prediction about the recall at other settings. */
const aboutRecall = (
  question: string,
  setting: string,
  change: Readonly<Record<string, number>>,
): ModelPrediction => ({
  question,
  answers: movedAnswers,
  change,
  setting,
  right: moved,
  finding: hitsBeside,
});

/** Of the nearest neighbours of the items that are drawn, how many share the genre, on average. */
export function sameGenre({ neighbours, items, genres }: SimilarityPicture): number {
  const shared = neighbours.map(
    (near, n) => near.filter(([item]) => genres[item] === genres[items[n]]).length,
  );
  return shared.reduce((sum, value) => sum + value, 0) / Math.max(shared.length, 1);
}

/**
 * One for each model of the catalogue.
 * @param chance the expected recall of a random list on the printed log
 */
export const predictions = (chance: number): Readonly<Record<string, ModelPrediction>> => ({
  random: {
    question: 'Another seed draws other lists from the same log. How many hits will they have?',
    answers: ['Exactly as many', 'One more or one less', 'Two or more away'],
    change: { seed: 7 },
    setting: 'seed 7',
    right: (run, printed) => binOf(Math.abs(hits(run) - hits(printed)), [1, 2]),
    finding: (run, printed) =>
      `Seed ${run.spec.options['seed']} has ${hits(run)} hits, seed ${printed.spec.options['seed']} has ${hits(printed)}: nothing but the draw has changed.`,
  },
  popularity: {
    question: 'Count the events and show everyone the same: by how much does that beat chance?',
    answers: ['About the same', 'About twice', 'About five times', 'Ten times or more'],
    right: (run) => binOf(run.metrics.recall / chance, [1.4, 3, 7.5]),
    finding: (run) =>
      `Popularity’s recall is ${decimal(run.metrics.recall)}, ${decimal(run.metrics.recall / chance, 1)} times the ${decimal(chance)} that chance should reach.`,
  },
  trending: aboutRecall(
    'The world of this log does not change. Shorten the memory to a half-life of 125 events: what happens to the recall?',
    'half-life 125',
    { halfLife: 125 },
  ),
  'content-based': aboutRecall(
    'Let the profile forget faster, with a half-life of 50 events. What happens to the recall?',
    'half-life 50',
    { halfLife: 50 },
  ),
  'item-item-cf': {
    question:
      'The model is told no genre. Of the eight nearest neighbours of a much taken item, how many share its genre?',
    answers: ['One, as chance would have it', 'Two or three', 'About half', 'Nearly all'],
    right: ({ picture }) => binOf(sameGenre(picture as SimilarityPicture), [1.5, 3.5, 6]),
    finding: ({ picture }) => {
      const drawn = picture as SimilarityPicture;
      return `Over the ${drawn.items.length} items of the grid it is ${decimal(sameGenre(drawn), 1)} of 8, on average.`;
    },
  },
  'implicit-als': aboutRecall(
    'Let an event weigh little more than an empty cell, and pull the factors hard towards 0. What happens to the recall?',
    'alpha 1 and reg 10',
    { alpha: 1, reg: 10 },
  ),
  bpr: {
    ...aboutRecall(
      'Treble the learning rate. The curve climbs sooner; what does the recall do?',
      'lr 0.15',
      { lr: 0.15 },
    ),
    finding: (run, printed) => {
      const inOrder = (of: RunResult): string => percent(of.curve[0]?.value ?? 0);
      return `After one epoch ${inOrder(run)} of the triples were in order, not ${inOrder(printed)}. ${hitsBeside(run, printed)}`;
    },
  },
});

/** The run has the settings that were asked about, on the printed log and at the printed length. */
export function isAsked(
  { change = {} }: Pick<ModelPrediction, 'change'>,
  { spec }: RunResult,
  printed: RunResult,
): boolean {
  const wanted: Readonly<Record<string, number>> = { ...printed.spec.options, ...change };
  return (
    spec.k === printed.spec.k &&
    spec.data.seed === printed.spec.data.seed &&
    Object.entries(wanted).every(([name, value]) => spec.options[name] === value)
  );
}

/** The first list for everybody, the second for one person: both with the hits of all people. */
export const startPrediction: Prediction<readonly RunResult[]> = {
  question:
    'Of a hundred people, how many find what they took next in the right one of the two lists?',
  answers: ['About one', 'About ten', 'About forty', 'Nearly all'],
  right: ([, personal]) => binOf(personal.metrics.recall, [0.03, 0.25, 0.7]),
  finding: ([popular, personal]) =>
    `Over all ${personal.nTest} people the right list has it for ${hits(personal)}, the left one for ${hits(popular)}. Choosing ten of so many is hard.`,
};

export const dataPrediction: Prediction<LogPicture> = {
  question:
    'Let all tastes count the same, with a power of 0. How many of the events still fall in the user’s favourite genre?',
  answers: ['As many as before', 'About half as many', 'Fewer than a third as many'],
  change: { tastePow: 0 },
  setting: 'power 0',
  right: (now, printed) => 2 - binOf(now.inFavourite / printed.inFavourite, [1 / 3, 0.8]),
  finding: (now, printed) =>
    `${percent(now.inFavourite)} of the events fall there now; as printed it was ${percent(printed.inFavourite)}. With ${count(now.genres.length)} genres, some genre always comes out ahead.`,
};

/** By the metric that is shown. */
export function winnerOf({ rows, spec }: Board): Board['rows'][number] {
  const value = (row: Board['rows'][number]): number => row.metrics[spec.metric].mean;
  return rows.reduce((best, row) => (value(row) > value(best) ? row : best));
}

const kinds = [['content-based'], ['item-item-cf'], ['implicit-als', 'implicit-als-tuned', 'bpr']];

export const boardPrediction = (titles: ReadonlyMap<string, string>): Prediction<Board> => ({
  question: 'Which model comes first?',
  answers: [
    'The one that knows the genre of every item',
    'The one that counts which items share users',
    'One that learns hidden factors',
    'None of these',
  ],
  right: (board) => {
    const kind = kinds.findIndex((ids) => ids.includes(winnerOf(board).id));
    return kind < 0 ? kinds.length : kind;
  },
  finding: (board) => {
    const { metric } = board.spec;
    const first = winnerOf(board);
    const value = (row: Board['rows'][number]): number => row.metrics[metric].mean;
    const others = board.rows.filter((row) => row !== first);
    const second = others.reduce((best, row) => (value(row) > value(best) ? row : best));
    const title = ({ id }: { id: string }): string => titles.get(id) ?? id;
    return `${title(first)} leads with ${decimal(value(first))}, ${decimal(value(first) - value(second))} ahead of ${title(second)}.`;
  },
});
