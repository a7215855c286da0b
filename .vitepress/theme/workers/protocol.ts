// What the page and the worker say to each other. Plain data only: everything here can be cloned and
// printed as JSON, because the same results are made at build time and stand in the HTML.
import type { MetricName, Row } from '../../../code/leaderboard.ts';
import type { FitProgress, Options } from '../../../code/models.ts';
import type { SyntheticOptions } from '../../../code/recsys.ts';

/** What to run: it fits in a URL. */
export interface RunSpec {
  readonly id: string;
  readonly options: Options;
  readonly data: SyntheticOptions;
  readonly user: number;
  readonly k: number;
}

/** One place of a ranked list. */
export interface ListItem {
  readonly item: number;
  readonly genre: number;
  readonly score: number;
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
  /** What this model's own figure draws (see figures/). */
  readonly picture: Picture;
}

/** All models on one split. It holds no times either. */
export interface Board {
  readonly data: SyntheticOptions;
  readonly k: number;
  /** In book order. */
  readonly rows: readonly Row[];
  /** Test users: the n of the metrics. */
  readonly nTest: number;
  /** Test users whose held-out item they had not seen before: no recall can pass their share. */
  readonly reachable: number;
}

interface Asked {
  readonly runId: number;
  /** Fit again, also what is known already. */
  readonly fresh?: boolean;
}

export type Request =
  | (Asked & { readonly kind: 'run'; readonly spec: RunSpec })
  | (Asked & { readonly kind: 'leaderboard'; readonly data: SyntheticOptions; readonly k: number });

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
  | { readonly kind: 'row'; readonly runId: number; readonly row: Row; readonly fitMs: number }
  | { readonly kind: 'board'; readonly runId: number; readonly board: Board }
  | { readonly kind: 'failed'; readonly runId: number; readonly message: string };
