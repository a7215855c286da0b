import {
  BPR,
  ImplicitALS,
  makeSynthetic,
  Popularity,
  recallAtK,
  Trending,
} from '../../../code/recsys.ts';

/** Bad calls and what they are told: a call is both run and printed, so the two must say the same. */
export interface BadCall {
  readonly call: string;
  readonly run: () => unknown;
}

export const badCalls: readonly BadCall[] = [
  {
    call: 'new ImplicitALS({ factors: 0 })',
    run: () => new ImplicitALS({ factors: 0 }),
  },
  {
    call: 'new Trending({ halfLife: -1 })',
    run: () => new Trending({ halfLife: -1 }),
  },
  {
    call: 'new Popularity().recommend(0)',
    run: () => new Popularity().recommend(0),
  },
  {
    call: 'new Popularity().fit([[0, 5, 0]], 1, 3)',
    run: () => new Popularity().fit([[0, 5, 0]], 1, 3),
  },
  {
    call: 'new BPR().fit([[0, 0, NaN]], 1, 3)',
    run: () => new BPR().fit([[0, 0, NaN]], 1, 3),
  },
  {
    call: 'makeSynthetic({ popWeight: 2 })',
    run: () => makeSynthetic({ popWeight: 2 }),
  },
  {
    call: 'recallAtK(new Map(), new Map(), 10)',
    run: () => recallAtK(new Map(), new Map(), 10),
  },
];

/** "RangeError: ImplicitALS: factors must be a positive integer, got 0" */
export function errorOf({ call, run }: BadCall): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return String(error);
  }
  throw new Error(`${call}: was meant to be refused`);
}
