// An epoch of BPR, in doubles or in 32-bit floats: all triples are drawn, then
// a step is taken on each. T is f64 or f32, and a register holds two or four.
import { exp } from './exp';
import { at } from './gram';

/** A number of 4 bytes: the n-th behind p. */
function int(p: usize, n: i32): i32 {
  return load<i32>(p + (usize(n) << 2));
}

/**
 * The n-th item that a user lacks, by bisection, as `sampleNegative` of
 * toolbox/negatives.ts.
 * @param items of the user, ascending, and how many they are
 */
function unseen(n: i32, items: usize, count: i32): i32 {
  let low = 0;
  let left = count;
  while (left > 0) {
    const half = (left + 1) >> 1;
    const p = low + half - 1;
    low += half & -i32(int(items, p) - p <= n);
    left -= half;
  }
  return n + low;
}

/**
 * An item that a user lacks, as likely as it weighs, as `samplePopular`.
 * @param draw from [0, 1)
 * @param start of the user's items among `indices`, and their end
 * @param below sums of weights [nItems + 1], before [ones of R + 1]
 */
function popular(
  draw: f64,
  indices: usize,
  start: i32,
  end: i32,
  nItems: i32,
  below: usize,
  before: usize,
): i32 {
  const first = load<f64>(at(before, start));
  const all = load<f64>(at(below, nItems));
  const n = floor(draw * (all - (load<f64>(at(before, end)) - first)));
  let low = start;
  let high = end;
  while (low < high) {
    const p = (low + high) >> 1;
    const seen = load<f64>(at(before, p)) - first;
    if (load<f64>(at(below, int(indices, p))) - seen > n) high = p;
    else low = p + 1;
  }
  const m = n + (load<f64>(at(before, low)) - first);
  low = 0;
  high = nItems;
  while (low < high) {
    const i = (low + high) >> 1;
    if (load<f64>(at(below, i + 1)) > m) high = i;
    else low = i + 1;
  }
  return low;
}

/** Stores a number of 4 bytes: the n-th behind p. */
function put(p: usize, n: i32, value: i32): void {
  store<i32>(p + (usize(n) << 2), value);
}

/**
 * Puts where the rows of each triple begin in place of what they were drawn
 * from. No draw depends on a step, so all of them can come first: then the
 * search of one goes on while that of another waits for memory.
 * @param order in places of ones of R, out rows of u
 * @param draws in one for each j [count], out rows of i and j [2 x count]
 */
function drawTriples(
  X: usize,
  Y: usize,
  row: i32,
  nItems: i32,
  users: usize,
  indptr: usize,
  indices: usize,
  order: usize,
  draws: usize,
  count: i32,
  way: i32,
  below: usize,
  before: usize,
): void {
  for (let t = 0; t < count; t++) {
    const n = int(order, t);
    const u = int(users, n);
    const i = int(indices, n);
    const draw = load<f64>(at(draws, t));
    const start = int(indptr, u);
    const end = int(indptr, u + 1);
    let j: i32;
    if (way == 0) {
      const has = end - start;
      const m = i32(floor(draw * f64(nItems - has)));
      j = unseen(m, indices + (usize(start) << 2), has);
    } else if (way == 1) {
      j = i32(floor(draw * f64(nItems - 1)));
      j += i32(j >= i);
    } else {
      j = popular(draw, indices, start, end, nItems, below, before);
    }
    put(order, t, X + u * row);
    put(draws, 2 * t, Y + i * row);
    put(draws, 2 * t + 1, Y + j * row);
  }
}

/**
 * The margin x·(yi - yj) of `bprStep` of recsys.ts, or of `stepInSingle` of
 * toolbox/single.ts: the lanes of the register are the sums there.
 * @param row its bytes
 */
function marginOf<T extends number>(
  x: usize,
  yi: usize,
  yj: usize,
  row: i32,
): f64 {
  let s = v128.splat<T>(0 as T);
  for (let f = 0; f < row; f += 16) {
    const d = v128.sub<T>(v128.load(yi + f), v128.load(yj + f));
    s = v128.add<T>(s, v128.mul<T>(v128.load(x + f), d));
  }
  if (sizeof<T>() == 8) {
    return f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
  }
  const even = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 2);
  return even + (f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 3));
}

/** The rest of the step. What pads a row is 0, and stays so. */
function move<T extends number>(
  x: usize,
  yi: usize,
  yj: usize,
  row: i32,
  keep: T,
  push: T,
): void {
  const kk = v128.splat<T>(keep);
  const pp = v128.splat<T>(push);
  for (let f = 0; f < row; f += 16) {
    const vx = v128.load(x + f);
    const vi = v128.load(yi + f);
    const vj = v128.load(yj + f);
    const px = v128.mul<T>(pp, vx);
    const pd = v128.mul<T>(pp, v128.sub<T>(vi, vj));
    v128.store(x + f, v128.add<T>(v128.mul<T>(kk, vx), pd));
    v128.store(yi + f, v128.add<T>(v128.mul<T>(kk, vi), px));
    v128.store(yj + f, v128.sub<T>(v128.mul<T>(kk, vj), px));
  }
}

/** Whether the t-th triple and the next one have no row in common. */
function areApart(xs: usize, ys: usize, t: i32): i32 {
  const i = int(ys, 2 * t);
  const j = int(ys, 2 * t + 1);
  const nextI = int(ys, 2 * t + 2);
  const nextJ = int(ys, 2 * t + 3);
  return (
    i32(int(xs, t) != int(xs, t + 1)) &
    i32(i != nextI) &
    i32(i != nextJ) &
    i32(j != nextI) &
    i32(j != nextJ)
  );
}

/** `push` of the two steps that are taken at once. */
const pushes: usize = memory.data(16, 8);

/**
 * A step for each place of `order`, as `bprEpoch` of recsys.ts.
 * @param single whether X and Y are 32-bit floats, and so is each result
 * @param X [users x stride], Y [items x stride], padded with 0
 * @param users [ones of R], indptr [users + 1], indices [ones of R]
 * @param order [count] places of ones of R; overwritten
 * @param draws [count] from [0, 1), one for each j; overwritten
 * @param way to draw j: 0 unseen, 1 any, 2 popular
 * @param below sums of weights for the last of them, before too
 * @returns of how many i stood above j already; a tie counts one half
 */
export function bprEpoch(
  single: i32,
  X: usize,
  Y: usize,
  stride: i32,
  nItems: i32,
  users: usize,
  indptr: usize,
  indices: usize,
  order: usize,
  draws: usize,
  count: i32,
  way: i32,
  below: usize,
  before: usize,
  lr: f64,
  reg: f64,
): f64 {
  const row = stride << (single ? 2 : 3);
  // prettier-ignore
  drawTriples(X, Y, row, nItems, users, indptr, indices, order, draws,
    count, way, below, before);
  const keep = single ? f64(1 - f32(lr) * f32(reg)) : 1 - lr * reg;
  let ordered = 0;
  let end = 0;
  for (let t = 0; t < count; t = end) {
    // Two steps at once, unless they meet: the exp of one is worked out
    // while that of the other is.
    end = t + 1;
    if (end < count) end += areApart(order, draws, t);
    for (let n = t; n < end; n++) {
      const x = int(order, n);
      const yi = int(draws, 2 * n);
      const yj = int(draws, 2 * n + 1);
      const margin = single
        ? marginOf<f32>(x, yi, yj, row)
        : marginOf<f64>(x, yi, yj, row);
      ordered += i32(margin >= 0) + i32(margin > 0);
      const w = 1 / (1 + exp(margin));
      const push = single ? f64(f32(lr) * f32(w)) : lr * w;
      store<f64>(at(pushes, n - t), push);
    }
    for (let n = t; n < end; n++) {
      const x = int(order, n);
      const yi = int(draws, 2 * n);
      const yj = int(draws, 2 * n + 1);
      const push = load<f64>(at(pushes, n - t));
      if (single) move<f32>(x, yi, yj, row, f32(keep), f32(push));
      else move<f64>(x, yi, yj, row, keep, push);
    }
  }
  return f64(ordered) / 2;
}
