// An epoch of BPR: draw a triple, take a step, again and again.
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
    low += half * i32(int(items, p) - p <= n);
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

/**
 * One step of `bprStep` of recsys.ts.
 * @param x the row of u, yi and yj those of i and j [stride]
 * @returns the margin before the step
 */
function step(
  x: usize,
  yi: usize,
  yj: usize,
  stride: i32,
  width: i32,
  lr: f64,
  keep: f64,
): f64 {
  // Its lanes are the even and the odd sum.
  let s = f64x2.splat(0);
  for (let f = 0; f < stride; f += 2) {
    const d = f64x2.sub(v128.load(at(yi, f)), v128.load(at(yj, f)));
    s = f64x2.add(s, f64x2.mul(v128.load(at(x, f)), d));
  }
  const margin = f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
  const push = lr * (1 / (1 + exp(margin)));
  const kk = f64x2.splat(keep);
  const pp = f64x2.splat(push);
  const pairs = width & ~1;
  for (let f = 0; f < pairs; f += 2) {
    const a = at(x, f);
    const b = at(yi, f);
    const c = at(yj, f);
    const vx = v128.load(a);
    const vi = v128.load(b);
    const vj = v128.load(c);
    const px = f64x2.mul(pp, vx);
    const pd = f64x2.mul(pp, f64x2.sub(vi, vj));
    v128.store(a, f64x2.add(f64x2.mul(kk, vx), pd));
    v128.store(b, f64x2.add(f64x2.mul(kk, vi), px));
    v128.store(c, f64x2.sub(f64x2.mul(kk, vj), px));
  }
  if (pairs < width) {
    const a = at(x, pairs);
    const b = at(yi, pairs);
    const c = at(yj, pairs);
    const vx = load<f64>(a);
    const vi = load<f64>(b);
    const vj = load<f64>(c);
    store<f64>(a, keep * vx + push * (vi - vj));
    store<f64>(b, keep * vi + push * vx);
    store<f64>(c, keep * vj - push * vx);
  }
  return margin;
}

/**
 * One step for each place of `order`, as `bprEpoch` of recsys.ts.
 * @param X [users x stride], Y [items x stride], width of it in use
 * @param users [ones of R], indptr [users + 1], indices [ones of R]
 * @param order [count] places of ones of R
 * @param draws [count] from [0, 1), one for each j
 * @param way to draw j: 0 unseen, 1 any, 2 popular
 * @param below sums of weights for the last of them, before too
 * @returns of how many i stood above j already; a tie counts one half
 */
export function bprEpoch(
  X: usize,
  Y: usize,
  stride: i32,
  width: i32,
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
  const row: usize = usize(stride) << 3;
  const keep = 1 - lr * reg;
  let ordered: f64 = 0;
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
    const x = X + usize(u) * row;
    const yi = Y + usize(i) * row;
    const yj = Y + usize(j) * row;
    const margin = step(x, yi, yj, stride, width, lr, keep);
    if (margin > 0) ordered += 1;
    else if (margin == 0) ordered += 0.5;
  }
  return ordered;
}
