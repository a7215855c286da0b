// A half-step of ALS by conjugate gradient, in doubles.
import { addGram, at } from './gram';

/** Σ a b: four sums, so that no addition has to wait. */
function dot(a: usize, b: usize, stride: i32): f64 {
  let s01 = f64x2.splat(0);
  let s23 = f64x2.splat(0);
  for (let f = 0; f < stride; f += 4) {
    const p = at(a, f);
    const q = at(b, f);
    s01 = f64x2.add(s01, f64x2.mul(v128.load(p), v128.load(q)));
    s23 = f64x2.add(s23, f64x2.mul(v128.load(p, 16), v128.load(q, 16)));
  }
  const s = f64x2.add(s01, s23);
  return f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
}

/** to += w from */
function add(to: usize, w: f64, from: usize, stride: i32): void {
  const ww = f64x2.splat(w);
  for (let f = 0; f < stride; f += 2) {
    const p = at(to, f);
    const y = f64x2.mul(ww, v128.load(at(from, f)));
    v128.store(p, f64x2.add(v128.load(p), y));
  }
}

/** out = YtY p + alpha Σ y (y·p): A p, without A. */
function multiply(
  out: usize,
  p: usize,
  YtY: usize,
  Y: usize,
  first: usize,
  last: usize,
  alpha: f64,
  stride: i32,
): void {
  const row: usize = usize(stride) << 3;
  memory.fill(out, 0, row);
  for (let f = 0; f < stride; f++) {
    add(out, load<f64>(at(p, f)), YtY + usize(f) * row, stride);
  }
  for (let n = first; n < last; n += 4) {
    const y = Y + usize(load<i32>(n)) * row;
    add(out, alpha * dot(y, p, stride), y, stride);
  }
}

/**
 * As `solveRowsByCG` of toolbox/conjugate.ts.
 * @param X in and out [nRows x stride]
 * @param YtY scratch [stride x stride]
 * @param rest scratch [3 x stride]
 */
export function conjugate64(
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
  const row: usize = usize(stride) << 3;
  const r = rest;
  const p = rest + row;
  const Ap = p + row;
  memory.fill(YtY, 0, usize(stride) * row);
  addGram(YtY, Y, nY, stride, 1);
  for (let f = 0; f < stride; f++) {
    for (let g = 0; g < f; g++) {
      store<f64>(
        at(YtY, f * stride + g),
        load<f64>(at(YtY, g * stride + f)),
      );
    }
    const cell = at(YtY, f * stride + f);
    if (f < width) store<f64>(cell, load<f64>(cell) + reg);
  }
  for (let u = 0; u < nRows; u++) {
    const x = X + usize(u) * row;
    const first =
      indices + (usize(load<i32>(indptr + (usize(u) << 2))) << 2);
    const last =
      indices + (usize(load<i32>(indptr + (usize(u + 1) << 2))) << 2);
    if (first == last) {
      memory.fill(x, 0, row);
      continue;
    }
    memory.fill(r, 0, row);
    for (let n = first; n < last; n += 4) {
      add(r, 1 + alpha, Y + usize(load<i32>(n)) * row, stride);
    }
    multiply(Ap, x, YtY, Y, first, last, alpha, stride);
    add(r, -1, Ap, stride);
    memory.copy(p, r, row);
    let rr = dot(r, r, stride);
    for (let step = 0; step < steps && rr > 1e-20; step++) {
      multiply(Ap, p, YtY, Y, first, last, alpha, stride);
      const pAp = dot(p, Ap, stride);
      if (!(pAp > 0)) break;
      const a = rr / pAp;
      add(x, a, p, stride);
      add(r, -a, Ap, stride);
      const next = dot(r, r, stride);
      const b = f64x2.splat(next / rr);
      for (let f = 0; f < stride; f += 2) {
        const q = at(p, f);
        const turned = f64x2.mul(b, v128.load(q));
        v128.store(q, f64x2.add(v128.load(at(r, f)), turned));
      }
      rr = next;
    }
  }
}
