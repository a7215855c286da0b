// #region arguments
/**
 * The checks of the module's own functions, one call each.
 */
import type { FlatMatrix } from './dense.ts';
import {
  bad,
  callable,
  checkCells,
  checkInteger,
  checkReal,
  integer,
  isIndex,
  isInteger,
  MAX_INTEGER,
  MAX_SIZE,
  MAX_STEPS,
  oneOf,
  readOptions,
  real,
} from './guard.ts';
import type { Rule } from './guard.ts';
import type { SparseMatrix } from './sparse.ts';
// #endregion arguments

// #region checks-of-arguments
const syntheticRules = () => ({
  nUsers: integer(1, 1e6),
  nItems: integer(1, 1e6),
  nGenres: integer(1, 1e6),
  nInter: integer(0, MAX_SIZE),
  popWeight: real(0, 1),
  tailPow: real(0, 20),
  tastePow: real(0, 20),
  repeats: real(0, 1),
  drift: real(0, 100),
  seed: integer(),
});
type Shape = Readonly<
  Record<keyof ReturnType<typeof syntheticRules>, number>
>;

/** The options of `makeSynthetic`: a log whose tables can be held. */
export function readSynthetic(
  defaults: Shape,
  options: Partial<Shape>,
): Shape {
  const where = 'makeSynthetic';
  const o = readOptions(where, defaults, options, syntheticRules());
  checkCells(where, 'nUsers x nGenres', [o.nUsers, o.nGenres]);
  checkCells(where, 'nItems x nGenres', [o.nItems, o.nGenres]);
  return o;
}
// #endregion checks-of-arguments

// #region options-of-factors
/** What ALS and BPR have in common. */
export function factorRules() {
  return { factors: integer(1, 4096), reg: real(0), seed: integer() };
}

/** How the results of a fit are rounded. */
export const precisionRule = (): Rule => oneOf(['double', 'single']);

/** Iterations, epochs. */
export const steps = (): Rule => integer(1, MAX_STEPS);

/** A warm start; its matrices are checked when their sizes are known. */
export const warmStart: Rule = (where, name, value) => {
  if (typeof value === 'object' && value) return;
  const needed = 'an object { userFactors, itemFactors }';
  throw bad(TypeError, where, name, needed, value);
};

const alsRules = () => ({
  ...factorRules(),
  alpha: real(0),
  iters: steps(),
  init: warmStart,
  solver: oneOf(['cholesky', 'cg']),
  cgSteps: steps(),
  precision: precisionRule(),
  onProgress: callable,
});

type ALSNumbers = Readonly<
  Record<'factors' | 'reg' | 'alpha' | 'iters' | 'seed', number>
>;

/** The options of ImplicitALS: 32-bit floats go with conjugate gradient. */
export function readALS(
  defaults: ALSNumbers,
  given: Partial<ALSNumbers> & {
    readonly solver?: string;
    readonly precision?: string;
  },
): ALSNumbers {
  const where = 'ImplicitALS';
  const options = readOptions(where, defaults, given, alsRules());
  if (given.precision === 'single' && given.solver !== 'cg') {
    const needed = "'double', or solver 'cg'";
    throw bad(RangeError, where, 'precision', needed, 'single');
  }
  return options;
}
// #endregion options-of-factors

// #region checks-of-lists
/** The arguments of a metric, but for the lists themselves. */
export function checkMetric(
  where: string,
  recs: ReadonlyMap<number, unknown>,
  truth: ReadonlyMap<number, number>,
  k: number,
): void {
  checkInteger(where, 'k', k, 1);
  const maps = { recs, truth };
  for (const [name, map] of Object.entries(maps)) {
    if (!(map instanceof Map)) {
      throw bad(TypeError, where, name, 'a Map from user to item(s)', map);
    }
  }
  if (truth.size === 0) {
    throw new RangeError(`${where}: truth must have a test user, got none`);
  }
  for (const [user, item] of truth) {
    checkInteger(where, 'user of truth', user, 0);
    checkInteger(where, `truth of user ${user}`, item, 0);
  }
}
// #endregion checks-of-lists

// #region rank-in-list
/** Where the item stands among the user's first k, from 1; 0: nowhere. */
export function rankIn(
  where: string,
  recs: ReadonlyMap<number, readonly number[]>,
  user: number,
  item: number,
  k: number,
): number {
  const list: unknown = recs.get(user);
  if (list === undefined) return 0;
  const name = `recs of user ${user}`;
  if (!Array.isArray(list)) {
    throw bad(TypeError, where, name, 'an array', list);
  }
  const ids: readonly number[] = list;
  let rank = 0;
  for (let n = 0; n < ids.length && n < k; n++) {
    if (!isIndex(ids[n], MAX_INTEGER)) {
      checkInteger(where, `${name}[${n}]`, ids[n], 0);
    }
    if (rank === 0 && ids[n] === item) rank = n + 1;
  }
  return rank;
}
// #endregion rank-in-list

// #region checks-of-kernels
/**
 * A score that is not a number would stand in the way of the rest, and an id
 * out of its order would let seen items through.
 */
export function checkTopK(
  scores: Float64Array,
  seen: ArrayLike<number>,
  k: number,
): void {
  const where = 'topK';
  checkInteger(where, 'k', k, 1);
  if (!(scores instanceof Float64Array)) {
    throw bad(TypeError, where, 'scores', 'a Float64Array', scores);
  }
  if (!isInteger((seen as Partial<typeof seen> | null)?.length ?? NaN)) {
    throw bad(TypeError, where, 'seen', 'a list of item ids', seen);
  }
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] === scores[i]) continue;
    throw bad(RangeError, where, `scores[${i}]`, 'a number', NaN);
  }
  let least = 0;
  for (let n = 0; n < seen.length; n++) {
    const id = seen[n];
    if (!isIndex(id, scores.length) || id < least) {
      checkInteger(where, `seen[${n}]`, id, least, scores.length - 1);
    }
    least = id + 1;
  }
}

/** A row of X for each row of R, of Y for each column, equally wide. */
export function checkSides(
  where: string,
  X: FlatMatrix,
  R: SparseMatrix,
  Y: FlatMatrix,
  { reg, alpha }: { readonly reg: number; readonly alpha: number },
): void {
  checkReal(where, 'reg', reg, 0);
  checkReal(where, 'alpha', alpha, 0);
  checkInteger(where, 'X.height', X.height, R.nRows, R.nRows);
  checkInteger(where, 'Y.height', Y.height, R.nCols, R.nCols);
  checkInteger(where, 'X.stride', X.stride, Y.stride, Y.stride);
  if (Y.stride % 4 === 0) return;
  throw bad(RangeError, where, 'Y.stride', 'a multiple of 4', Y.stride);
}

/** Called at every step: one comparison each while all is well. */
export function checkTriple(
  X: FlatMatrix,
  Y: FlatMatrix,
  u: number,
  i: number,
  j: number,
  { lr, reg }: { readonly lr: number; readonly reg: number },
): void {
  if (
    isIndex(u, X.height) &&
    isIndex(i, Y.height) &&
    isIndex(j, Y.height) &&
    Number.isFinite(lr) &&
    Number.isFinite(reg) &&
    lr >= 0 &&
    reg >= 0
  ) {
    return;
  }
  checkReal('bprStep', 'lr', lr, 0);
  checkReal('bprStep', 'reg', reg, 0);
  checkInteger('bprStep', 'u', u, 0, X.height - 1);
  checkInteger('bprStep', 'i', i, 0, Y.height - 1);
  checkInteger('bprStep', 'j', j, 0, Y.height - 1);
}
// #endregion checks-of-kernels
