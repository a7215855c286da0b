// A half-step of ALS by conjugate gradient, in doubles or in 32-bit floats: T
// is f64 or f32, and a register holds two or four of them.

/** Where the n-th number behind p stands. */
function at<T extends number>(p: usize, n: i32): usize {
  return p + usize(n) * sizeof<T>();
}

/** a + w b, for as many numbers as a register holds. */
function plus<T extends number>(a: v128, w: v128, b: v128): v128 {
  return v128.add<T>(a, v128.mul<T>(w, b));
}

/** Σ a b: four sums, so that no addition has to wait. */
function dot<T extends number>(a: usize, b: usize, stride: i32): T {
  let s = v128.splat<T>(0 as T);
  let t = s;
  const end = at<T>(a, stride);
  while (a < end) {
    s = plus<T>(s, v128.load(a), v128.load(b));
    if (sizeof<T>() == 8)
      t = plus<T>(t, v128.load(a, 16), v128.load(b, 16));
    a += 4 * sizeof<T>();
    b += 4 * sizeof<T>();
  }
  if (sizeof<T>() == 8) {
    s = v128.add<T>(s, t);
    return (v128.extract_lane<T>(s, 0) + v128.extract_lane<T>(s, 1)) as T;
  }
  const even = v128.extract_lane<T>(s, 0) + v128.extract_lane<T>(s, 2);
  return (even +
    (v128.extract_lane<T>(s, 1) + v128.extract_lane<T>(s, 3))) as T;
}

/** to += w from */
function add<T extends number>(
  to: usize,
  w: T,
  from: usize,
  stride: i32,
): void {
  const ww = v128.splat<T>(w);
  for (const end = at<T>(to, stride); to < end; to += 16, from += 16) {
    v128.store(to, plus<T>(v128.load(to), ww, v128.load(from)));
  }
}

/** Adds YᵀY to G [stride x stride], as `addGram` of toolbox/dense.ts does. */
function addGram<T extends number>(
  G: usize,
  Y: usize,
  height: i32,
  stride: i32,
): void {
  const row = at<T>(0, stride);
  const lanes = 16 / i32(sizeof<T>());
  for (let start = 0; start < height; start += 64) {
    const first = Y + usize(start) * row;
    const end = Y + usize(min(start + 64, height)) * row;
    for (let a = 0; a < stride; a++) {
      for (let b = 0; b < stride; b += lanes) {
        let s = v128.splat<T>(0 as T);
        for (let y = first; y < end; y += row) {
          const x = v128.splat<T>(load<T>(at<T>(y, a)));
          s = plus<T>(s, x, v128.load(at<T>(y, b)));
        }
        const g = at<T>(G, a * stride + b);
        v128.store(g, v128.add<T>(v128.load(g), s));
      }
    }
  }
}

/** out = YtY p + alpha Σ y (y·p): A p, without A. */
function multiply<T extends number>(
  out: usize,
  p: usize,
  YtY: usize,
  Y: usize,
  first: usize,
  last: usize,
  alpha: T,
  stride: i32,
): void {
  const row = at<T>(0, stride);
  memory.fill(out, 0, row);
  for (let f = 0; f < stride; f++) {
    add<T>(out, load<T>(at<T>(p, f)), YtY + usize(f) * row, stride);
  }
  for (let n = first; n < last; n += 4) {
    const y = Y + usize(load<i32>(n)) * row;
    add<T>(out, (alpha * dot<T>(y, p, stride)) as T, y, stride);
  }
}

/**
 * As `solveRowsByCG` of toolbox/conjugate.ts.
 * @param X in and out [nRows x stride]
 * @param indptr [nRows + 1], indices: the rows of R
 * @param Y [nY: columns of R x stride], width of it in use
 * @param YtY scratch [stride x stride]
 * @param rest scratch [3 x stride]
 */
function solve<T extends number>(
  X: usize,
  nRows: i32,
  indptr: usize,
  indices: usize,
  Y: usize,
  nY: i32,
  stride: i32,
  width: i32,
  reg: T,
  alpha: T,
  steps: i32,
  YtY: usize,
  rest: usize,
): void {
  const row = at<T>(0, stride);
  const r = rest;
  const p = rest + row;
  const Ap = p + row;
  memory.fill(YtY, 0, usize(stride) * row);
  addGram<T>(YtY, Y, nY, stride);
  for (let f = 0; f < width; f++) {
    const cell = at<T>(YtY, f * stride + f);
    store<T>(cell, (load<T>(cell) + reg) as T);
  }
  for (let u = 0; u < nRows; u++) {
    const x = X + usize(u) * row;
    const ends = indptr + (usize(u) << 2);
    const first = indices + (usize(load<i32>(ends)) << 2);
    const last = indices + (usize(load<i32>(ends, 4)) << 2);
    if (first == last) {
      memory.fill(x, 0, row);
      continue;
    }
    memory.fill(r, 0, row);
    for (let n = first; n < last; n += 4) {
      const y = Y + usize(load<i32>(n)) * row;
      add<T>(r, ((1 as T) + alpha) as T, y, stride);
    }
    multiply<T>(Ap, x, YtY, Y, first, last, alpha, stride);
    add<T>(r, -1 as T, Ap, stride);
    memory.copy(p, r, row);
    let rr = dot<T>(r, r, stride);
    for (let step = 0; step < steps && rr > (1e-20 as T); step++) {
      multiply<T>(Ap, p, YtY, Y, first, last, alpha, stride);
      const pAp = dot<T>(p, Ap, stride);
      if (!(pAp > (0 as T))) break;
      const a = (rr / pAp) as T;
      add<T>(x, a, p, stride);
      add<T>(r, -a as T, Ap, stride);
      const next = dot<T>(r, r, stride);
      const b = v128.splat<T>((next / rr) as T);
      for (let q = p, s = r; q < Ap; q += 16, s += 16) {
        v128.store(q, plus<T>(v128.load(s), b, v128.load(q)));
      }
      rr = next;
    }
  }
}

/** In 32-bit floats, if `single` is not 0; then all numbers are. */
export function conjugate(
  single: i32,
  X: usize,
  nRows: i32,
  indptr: usize,
  indices: usize,
  Y: usize,
  nY: i32,
  stride: i32,
  width: i32,
  reg: f64,
  alpha: f64,
  steps: i32,
  YtY: usize,
  rest: usize,
): void {
  // prettier-ignore
  if (single) {
    solve<f32>(X, nRows, indptr, indices, Y, nY, stride, width,
      f32(reg), f32(alpha), steps, YtY, rest);
  } else {
    solve<f64>(X, nRows, indptr, indices, Y, nY, stride, width,
      reg, alpha, steps, YtY, rest);
  }
}
