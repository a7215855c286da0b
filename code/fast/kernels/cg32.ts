// A half-step of ALS by conjugate gradient, in 32-bit floats.

/** Where the n-th number of 4 bytes behind p stands. */
function at(p: usize, n: i32): usize {
  return p + (usize(n) << 2);
}

/** Adds YᵀY to G [stride x stride], as `addGram` does in doubles. */
function addGram(G: usize, Y: usize, height: i32, stride: i32): void {
  const row: usize = usize(stride) << 2;
  for (let start = 0; start < height; start += 64) {
    const first = Y + usize(start) * row;
    const end = Y + usize(min(start + 64, height)) * row;
    for (let a = 0; a < stride; a++) {
      for (let b = (a >> 2) << 2; b < stride; b += 4) {
        let s = f32x4.splat(0);
        for (let y = first; y < end; y += row) {
          const x = v128.load32_splat(at(y, a));
          s = f32x4.add(s, f32x4.mul(x, v128.load(at(y, b))));
        }
        const g = at(G, a * stride + b);
        v128.store(g, f32x4.add(v128.load(g), s));
      }
    }
  }
}

/** Σ a b: four sums, so that no addition has to wait. */
function dot(a: usize, b: usize, stride: i32): f32 {
  let s = f32x4.splat(0);
  for (let f = 0; f < stride; f += 4) {
    s = f32x4.add(s, f32x4.mul(v128.load(at(a, f)), v128.load(at(b, f))));
  }
  const even = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 2);
  return even + (f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 3));
}

/** to += w from */
function add(to: usize, w: f32, from: usize, stride: i32): void {
  const ww = f32x4.splat(w);
  for (let f = 0; f < stride; f += 4) {
    const p = at(to, f);
    const y = f32x4.mul(ww, v128.load(at(from, f)));
    v128.store(p, f32x4.add(v128.load(p), y));
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
  alpha: f32,
  stride: i32,
): void {
  const row: usize = usize(stride) << 2;
  memory.fill(out, 0, row);
  for (let f = 0; f < stride; f++) {
    add(out, load<f32>(at(p, f)), YtY + usize(f) * row, stride);
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
export function conjugate32(
  X: usize,
  nRows: i32,
  indptr: usize,
  indices: usize,
  Y: usize,
  nY: i32,
  stride: i32,
  width: i32,
  reg: f32,
  alpha: f32,
  steps: i32,
  YtY: usize,
  rest: usize,
): void {
  const row: usize = usize(stride) << 2;
  const r = rest;
  const p = rest + row;
  const Ap = p + row;
  memory.fill(YtY, 0, usize(stride) * row);
  addGram(YtY, Y, nY, stride);
  for (let f = 0; f < stride; f++) {
    for (let g = 0; g < f; g++) {
      store<f32>(
        at(YtY, f * stride + g),
        load<f32>(at(YtY, g * stride + f)),
      );
    }
    const cell = at(YtY, f * stride + f);
    if (f < width) store<f32>(cell, load<f32>(cell) + reg);
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
      const b = f32x4.splat(next / rr);
      for (let f = 0; f < stride; f += 4) {
        const q = at(p, f);
        const turned = f32x4.mul(b, v128.load(q));
        v128.store(q, f32x4.add(v128.load(at(r, f)), turned));
      }
      rr = next;
    }
  }
}
