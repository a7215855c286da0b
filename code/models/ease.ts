// #region ease-options
import { explained, requireFit, requireItem } from '../toolbox/fitted.ts';
import type { Fitted } from '../toolbox/fitted.ts';
import { checkCells, positive, readOptions } from '../toolbox/guard.ts';
import type { Settings } from '../toolbox/guard.ts';
import { invertSymmetric } from '../toolbox/inverse.ts';
import { readItems, readLog } from '../toolbox/rows.ts';
import {
  filledRows,
  rowOf,
  toMatrix,
  transpose,
} from '../toolbox/sparse.ts';
import type { SparseMatrix } from '../toolbox/sparse.ts';
import { recommendFrom } from '../recsys.ts';
import type {
  Explanation,
  Interaction,
  ListOptions,
  Recommender,
} from '../recsys.ts';
import { entry } from './entry.ts';

/** Options of EASE. */
export interface EASEOptions {
  /** What a large weight costs: more pulls all of them towards 0. */
  readonly l2?: number;
}

/** What `fit` leaves behind. */
interface FittedEASE extends Fitted {
  /** B [items x items], row by row. */
  readonly weights: Float64Array;
}
// #endregion ease-options

// #region ease
/**
 * Weights between items, all at once and in closed form: each item is
 * predicted from all others, and never from itself.
 *
 *     minimise ‖R - R B‖² + l2 ‖B‖²   with diag B = 0
 *     B = I - P diag(1 / diag P),   P = (RᵀR + l2 I)⁻¹
 *
 * A weight may be negative: who has i is then less likely to want j than
 * the rest of their items says. Memory O(items²), time O(items³); where
 * users are fewer, O(users³ + events (users + items)).
 *
 * The default l2 did best on the validation splits of 30 default logs, with
 * 100 and 300 close behind. Larger logs want more: Steck took 500 to 1,000.
 * Steck 2019, https://doi.org/10.1145/3308558.3313710
 */
export class EASE implements Recommender {
  static readonly defaults = { l2: 200 } as const;
  readonly options: Settings<typeof EASE.defaults>;
  private fitted: FittedEASE | undefined;

  constructor(options: EASEOptions = {}) {
    const rules = { l2: positive() };
    this.options = readOptions('EASE', EASE.defaults, options, rules);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const where = 'EASE.fit';
    const R = toMatrix(readLog(where, train, nUsers, nItems));
    checkCells(where, 'nItems x nItems', [nItems, nItems]);
    const weights = solveEASE(R, this.options.l2);
    this.fitted = { R, personal: true, weights };
    return this;
  }

  /** B [items x items], row by row: what having i says of wanting j. */
  get weights(): Float64Array {
    return requireFit('EASE.weights', this.fitted, 0).weights.slice();
  }

  /** The score of an item is the sum of its weights from the past items. */
  scores(user: number): Float64Array {
    const fitted = requireFit('EASE.scores', this.fitted, user);
    return sumRows(fitted, rowOf(fitted.R, user));
  }

  recommend(user: number, k = 10, options?: ListOptions): number[] {
    return recommendFrom('EASE', this, this.fitted, user, k, options);
  }

  /** One part for each item that the user has had: its weight for this one. */
  explain(user: number, item: number): Explanation {
    const where = 'EASE.explain';
    const { R, weights } = requireItem(where, this.fitted, user, item);
    const parts = Array.from(
      rowOf(R, user),
      (i) => [i, weights[i * R.nCols + item]] as const,
    );
    return explained('item', this.scores(user)[item], parts);
  }

  /** Row `item` of B [items]: what it says for each other, or against. */
  similarity(item: number): Float64Array {
    const where = 'EASE.similarity';
    const { R, weights } = requireItem(where, this.fitted, 0, item);
    return weights.slice(item * R.nCols, (item + 1) * R.nCols);
  }

  /**
   * The scores [items] of someone who has these items: no new fit.
   * @param items ids; one that comes twice counts once
   */
  foldIn(items: Iterable<number>): Float64Array {
    const where = 'EASE.foldIn';
    const fitted = requireFit(where, this.fitted, 0);
    const ids = readItems(where, 'items', items, fitted.R.nCols);
    return sumRows(fitted, ids);
  }
}
// #endregion ease

// #region ease-solve
/**
 * The weights B [items x items], row by row.
 *
 *     P = (RᵀR + l2 I)⁻¹,   B[i, j] = -P[i, j] / P[j, j],   B[j, j] = 0
 *
 * @throws Error if the matrix has no inverse that doubles can hold
 */
export function solveEASE(R: SparseMatrix, l2: number): Float64Array {
  const { nCols } = R;
  // Who has nothing, and what nobody has, decides nothing.
  const users = filledRows(R);
  const fewUsers = users.nRows < filledRows(transpose(R)).nRows;
  const P = fewUsers ? invertByUsers(users, l2) : invertPairs(R, l2);
  const size = padded(nCols);
  const diagonal = Float64Array.from({ length: nCols }, (_, j) => {
    return P[j * size + j];
  });
  const B = new Float64Array(nCols * nCols);
  for (let i = 0; i < nCols; i++) {
    for (let j = 0; j < nCols; j++) {
      B[i * nCols + j] = i === j ? 0 : -P[i * size + j] / diagonal[j];
    }
  }
  return B;
}

/** (RᵀR + l2 I)⁻¹ [size x size], where size is nCols, padded. */
function invertPairs(R: SparseMatrix, l2: number): Float64Array {
  const { nCols } = R;
  const size = padded(nCols);
  const P = countPairs(R, size);
  // The padding gets a 1, so that it can be inverted with the rest.
  for (let i = 0; i < size; i++) P[i * size + i] += i < nCols ? l2 : 1;
  if (!invertSymmetric(P, size)) throw noInverse(l2);
  return P;
}

/** What `invertSymmetric` can take: the next multiple of 3. */
const padded = (length: number): number => 3 * Math.ceil(length / 3);

/**
 * RᵀR [size x size], lower triangle: how many users have both items, and
 * on the diagonal how many have the one.
 */
function countPairs(R: SparseMatrix, size: number): Float64Array {
  const Rt = transpose(R);
  const pairs = new Float64Array(size * size);
  for (let i = 0; i < R.nCols; i++) {
    const row = i * size;
    for (let m = Rt.indptr[i]; m < Rt.indptr[i + 1]; m++) {
      const u = Rt.indices[m];
      // Who has i has it in this row, so the loop ends there.
      let n = R.indptr[u];
      while (R.indices[n] < i) pairs[row + R.indices[n++]]++;
      pairs[row + i]++;
    }
  }
  return pairs;
}

function noInverse(l2: number): Error {
  const needed = `needed a larger l2, got ${l2}`;
  return new Error(
    `EASE.fit: RᵀR + l2 I has no inverse that doubles can hold; ${needed}`,
  );
}

/** The rows of these items added up: a score for every item. */
function sumRows(
  { R, weights }: FittedEASE,
  items: ArrayLike<number>,
): Float64Array {
  const scores = new Float64Array(R.nCols);
  for (let n = 0; n < items.length; n++) {
    const from = items[n] * R.nCols;
    for (let j = 0; j < scores.length; j++) scores[j] += weights[from + j];
  }
  return scores;
}
// #endregion ease-solve

// #region ease-by-users
/**
 * l2 P [size x size], where size is nCols, padded: the factor cancels in B.
 *
 *     l2 P = I - Rᵀ K R,   K = (R Rᵀ + l2 I)⁻¹
 *
 * The same numbers from the smaller inverse where users are fewer than
 * items: time O(users³ + events (users + items)).
 * Woodbury's identity; Hager 1989, https://doi.org/10.1137/1031049
 */
function invertByUsers(R: SparseMatrix, l2: number): Float64Array {
  const { nCols } = R;
  const size = padded(nCols);
  const Rt = transpose(R);
  const KR = timesMatrix(invertPairs(Rt, l2), Rt);
  const P = new Float64Array(size * size);
  for (let i = 0; i < nCols; i++) {
    const row = i * size;
    for (let n = Rt.indptr[i]; n < Rt.indptr[i + 1]; n++) {
      const from = Rt.indices[n] * nCols;
      for (let j = 0; j <= i; j++) P[row + j] -= KR[from + j];
    }
    P[row + i] += 1;
    // What is left of 1 must stand above its rounding error.
    if (!(P[row + i] > size * Number.EPSILON)) throw noInverse(l2);
    for (let j = 0; j < i; j++) P[j * size + i] = P[row + j];
  }
  return P;
}

/** K R [users x items]; Rᵀ has the users of an item side by side. */
function timesMatrix(K: Float64Array, Rt: SparseMatrix): Float64Array {
  const { nRows: nItems, nCols: nUsers } = Rt;
  const KR = new Float64Array(nUsers * nItems);
  for (let u = 0; u < nUsers; u++) {
    const row = u * padded(nUsers);
    for (let i = 0; i < nItems; i++) {
      let sum = 0;
      for (let n = Rt.indptr[i]; n < Rt.indptr[i + 1]; n++) {
        sum += K[row + Rt.indices[n]];
      }
      KR[u * nItems + i] = sum;
    }
  }
  return KR;
}
// #endregion ease-by-users

// #region ease-entry
/** What the catalogue says of EASE. */
export const ease = entry({
  id: 'ease',
  name: 'EASE',
  title: 'EASE',
  summary: 'Learns how much each item speaks for or against every other.',
  paper: {
    cite: 'Steck 2019',
    url: 'https://doi.org/10.1145/3308558.3313710',
  },
  personal: true,
  collaborative: true,
  features: false,
  explains: true,
  foldsIn: true,
  factors: false,
  cannotPromise: {},
  curve: null,
  Class: EASE,
  ranges: {
    l2: {
      label: 'Price',
      min: 2,
      max: 20000,
      step: 4,
      scale: 'log',
      unit: '',
      help: 'The option l2: what a large weight costs.',
    },
  },
  search: {
    l2: [
      20000, 10000, 5000, 3000, 2000, 1500, 1000, 800, 600, 500, 400, 300,
      250, 200, 150, 100, 80, 60, 40, 30, 20, 10, 5, 2,
    ],
  },
  fit: ({ train, nUsers, nItems }, options) =>
    new EASE(options).fit(train, nUsers, nItems),
});
// #endregion ease-entry
