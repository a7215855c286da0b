// What the page and the worker say to each other. Plain data only: everything here can be cloned and
// printed as JSON, because the same results are made at build time and stand in the HTML.
import type { Estimate } from '../../code/evaluation/intervals.ts';
import type { LabRow, Setup } from '../../code/evaluation/laboratory.ts';
import type { MetricName, Row, TestUsers } from '../../code/evaluation/leaderboard.ts';
import type { FitProgress, Options } from '../../code/models.ts';
import type { Explanation, Negatives, SyntheticOptions } from '../../code/recsys.ts';

/** What to run: it fits in a URL. */
export interface RunSpec {
  readonly id: string;
  readonly options: Options;
  readonly data: SyntheticOptions;
  readonly user: number;
  readonly k: number;
}

/** Why an item has its score: the largest parts of it, and what is left. */
export interface Why {
  readonly by: Explanation['by'];
  readonly parts: readonly {
    readonly id: number;
    /** Of a part that is an item. */
    readonly genre?: number;
    readonly value: number;
  }[];
  readonly rest: { readonly count: number; readonly value: number };
}

/** One item of a list with what it was ranked by. */
export interface ScoredItem {
  readonly item: number;
  readonly genre: number;
  readonly score: number;
}

/** One place of a ranked list. */
export interface ListItem extends ScoredItem {
  /** Null for a model that cannot say. */
  readonly why: Why | null;
}

/** One event of the chosen user's past. */
export interface PastItem {
  readonly item: number;
  readonly genre: number;
  readonly time: number;
}

/** What one run of one model shows. It holds no times: the same spec gives the same bits. */
export interface RunResult<Picture = unknown> {
  readonly spec: RunSpec;
  readonly metrics: Readonly<Record<MetricName, number>>;
  /** Test users: the n of the metrics. */
  readonly nTest: number;
  readonly list: readonly ListItem[];
  /** Oldest first. */
  readonly history: readonly PastItem[];
  /** The user's held-out item, or null; not reachable if it is among the items already seen. */
  readonly heldOut: {
    readonly item: number;
    readonly genre: number;
    readonly reachable: boolean;
  } | null;
  readonly curve: readonly FitProgress[];
  /** What this model's own figure draws (see its chapter). */
  readonly picture: Picture;
}

/** What a leaderboard is about. */
export interface BoardSpec {
  readonly data: SyntheticOptions;
  readonly split: 'last-new' | 'last';
  readonly k: number;
  /** What the models are compared by, pair by pair. */
  readonly metric: MetricName;
}

/** What the page shows of a row: whom it tested is said once, for all of them. */
export type BoardRow = Omit<Row, 'ranks' | keyof TestUsers>;

/** One model less another, user by user; `p` is corrected for the number of pairs. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly tied: boolean;
}

/** All models on one split. It holds no times either. */
export interface Board {
  readonly spec: BoardSpec;
  readonly users: TestUsers;
  /** In book order. */
  readonly rows: readonly BoardRow[];
  /** Ranking by the true probabilities. */
  readonly oracle: BoardRow;
  /** Of all rows, in their order. */
  readonly pairs: readonly Pair[];
}

/** What to repeat over the logs of the seeds 0, 1, 2 ... */
export interface SeedsSpec extends Omit<BoardSpec, 'data'> {
  readonly seeds: number;
}

/** The metric of every entry on one log, the oracle's last. */
export interface SeedRow {
  readonly seed: number;
  readonly means: readonly number[];
}

/** One leaderboard of the laboratory, with what its split tells of the users. */
export interface LabResult {
  readonly setup: Setup;
  readonly rows: readonly LabRow[];
  /** Means over the logs. */
  readonly n: number;
  readonly unreachable: number;
  readonly cold: number;
  readonly leak: number;
}

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
  /** The chosen cell less each cell, user by user. */
  readonly behind: readonly (Estimate & { readonly tied: boolean })[];
  /** Recall of what was chosen on half of the users, there and on the other half. */
  readonly curse: { readonly where: number; readonly elsewhere: number };
  /** Recall on the test users, who had no say in the choice. */
  readonly test: { readonly best: Estimate; readonly usual: Estimate };
}

/** The log on which the ways of drawing negatives are compared. */
export interface NegativesSpec {
  readonly seed: number;
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

/** The bins of the margins. */
export const marginBins = { from: -4, width: 0.5, count: 28 } as const;

interface Asked {
  readonly runId: number;
  /** Fit again, also what is known already. */
  readonly fresh?: boolean;
}

export type Request =
  | (Asked & { readonly kind: 'run'; readonly spec: RunSpec })
  | (Asked & { readonly kind: 'leaderboard'; readonly spec: BoardSpec })
  | (Asked & { readonly kind: 'seeds'; readonly spec: SeedsSpec })
  /** Both at once: what is known of the first may serve the second. */
  | (Asked & { readonly kind: 'lab'; readonly setups: readonly Setup[] })
  | (Asked & { readonly kind: 'tune'; readonly spec: TuneSpec })
  | (Asked & { readonly kind: 'negatives'; readonly spec: NegativesSpec });

export type Answer =
  | {
      readonly kind: 'progress';
      readonly runId: number;
      readonly id: string;
      readonly progress: FitProgress;
    }
  | {
      readonly kind: 'result';
      readonly runId: number;
      readonly result: RunResult;
      readonly fitMs: number;
    }
  | { readonly kind: 'row'; readonly runId: number; readonly id: string; readonly fitMs: number }
  | { readonly kind: 'board'; readonly runId: number; readonly board: Board }
  | { readonly kind: 'seed'; readonly runId: number; readonly row: SeedRow }
  | { readonly kind: 'seeds'; readonly runId: number }
  | { readonly kind: 'lab'; readonly runId: number; readonly results: readonly LabResult[] }
  | { readonly kind: 'cell'; readonly runId: number; readonly cell: TuneCell }
  | { readonly kind: 'map'; readonly runId: number; readonly map: TuneMap }
  | { readonly kind: 'negatives'; readonly runId: number; readonly result: NegativesResult }
  | { readonly kind: 'failed'; readonly runId: number; readonly message: string };
