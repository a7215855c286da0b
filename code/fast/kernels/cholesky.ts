// A x = b by A = UᵀU, four rows by four columns at a time. U is Lᵀ: its rows
// lie in one piece, and so two columns of it fit one register.
import { at } from './gram';

/** Two differences that go on: s - a u, a the same for both. */
function less(s: v128, a: v128, u: v128): v128 {
  return f64x2.sub(s, f64x2.mul(a, u));
}

/** Stores four numbers. */
function keep(t: usize, left: v128, right: v128): void {
  v128.store(t, left);
  v128.store(t, right, 16);
}

/** Four numbers of the diagonal, as A had them. */
const before: usize = memory.data(32, 8);

/**
 * Solves A x = b in place (b comes in x, U replaces A). A [size x size] is
 * symmetric and positive definite, size a multiple of 4; only its upper
 * triangle is read.
 *
 *     U[j, i] = (A[j, i] - Σ U[f, j] U[f, i]) / U[j, j]   for f < j < i
 *
 * The same differences, in the same order, as `solveSymmetric` of
 * toolbox/dense.ts.
 * @returns 0 if A is not positive definite in this arithmetic
 */
export function solveSymmetric(A: usize, x: usize, size: i32): i32 {
  const row: usize = usize(size) << 3;
  const tiny = f64(size) * f64.EPSILON;
  for (let j = 0; j < size; j += 4) {
    for (let i = j; i < size; i += 4) {
      const t0 = at(A, j * size + i);
      const t1 = t0 + row;
      const t2 = t1 + row;
      const t3 = t2 + row;
      let s00 = v128.load(t0);
      let s01 = v128.load(t0, 16);
      let s10 = v128.load(t1);
      let s11 = v128.load(t1, 16);
      let s20 = v128.load(t2);
      let s21 = v128.load(t2, 16);
      let s30 = v128.load(t3);
      let s31 = v128.load(t3, 16);
      const end = at(A, j * size);
      for (let f = A; f < end; f += row) {
        const p = at(f, j);
        const q = at(f, i);
        const u0 = v128.load(q);
        const u1 = v128.load(q, 16);
        const a0 = v128.load64_splat(p);
        s00 = less(s00, a0, u0);
        s01 = less(s01, a0, u1);
        const a1 = v128.load64_splat(p, 8);
        s10 = less(s10, a1, u0);
        s11 = less(s11, a1, u1);
        const a2 = v128.load64_splat(p, 16);
        s20 = less(s20, a2, u0);
        s21 = less(s21, a2, u1);
        const a3 = v128.load64_splat(p, 24);
        s30 = less(s30, a3, u0);
        s31 = less(s31, a3, u1);
      }
      if (i == j) {
        // What is left of a diagonal is compared with what it was.
        store<f64>(before, load<f64>(t0));
        store<f64>(before, load<f64>(t1, 8), 8);
        store<f64>(before, load<f64>(t2, 16), 16);
        store<f64>(before, load<f64>(t3, 24), 24);
        keep(t0, s00, s01);
        keep(t1, s10, s11);
        keep(t2, s20, s21);
        keep(t3, s30, s31);
        if (!corner(t0, row, tiny)) return 0;
        continue;
      }
      // Row by row through the corner, which stands in column j.
      const c0 = at(A, j * size + j);
      const c1 = c0 + row;
      const c2 = c1 + row;
      const c3 = c2 + row;
      const d0 = v128.load64_splat(c0);
      s00 = f64x2.div(s00, d0);
      s01 = f64x2.div(s01, d0);
      const u01 = v128.load64_splat(c0, 8);
      const d1 = v128.load64_splat(c1, 8);
      s10 = f64x2.div(less(s10, u01, s00), d1);
      s11 = f64x2.div(less(s11, u01, s01), d1);
      const u02 = v128.load64_splat(c0, 16);
      const u12 = v128.load64_splat(c1, 16);
      const d2 = v128.load64_splat(c2, 16);
      s20 = f64x2.div(less(less(s20, u02, s00), u12, s10), d2);
      s21 = f64x2.div(less(less(s21, u02, s01), u12, s11), d2);
      const u03 = v128.load64_splat(c0, 24);
      const u13 = v128.load64_splat(c1, 24);
      const u23 = v128.load64_splat(c2, 24);
      const d3 = v128.load64_splat(c3, 24);
      s30 = less(less(less(s30, u03, s00), u13, s10), u23, s20);
      s31 = less(less(less(s31, u03, s01), u13, s11), u23, s21);
      s30 = f64x2.div(s30, d3);
      s31 = f64x2.div(s31, d3);
      keep(t0, s00, s01);
      keep(t1, s10, s11);
      keep(t2, s20, s21);
      keep(t3, s30, s31);
    }
  }
  substitute(A, x, size);
  return 1;
}

/** The same for the four rows and columns of a tile at t; 0 as above. */
function corner(t: usize, row: usize, tiny: f64): i32 {
  for (let j = 0; j < 4; j++) {
    const own = at(t + usize(j) * row, j);
    for (let i = j; i < 4; i++) {
      const cell = own + (usize(i - j) << 3);
      let s = load<f64>(cell);
      for (let f = 0; f < j; f++) {
        const u = t + usize(f) * row;
        s -= load<f64>(at(u, j)) * load<f64>(at(u, i));
      }
      if (i > j) store<f64>(cell, s / load<f64>(own));
      else if (s > tiny * load<f64>(at(before, j))) {
        store<f64>(cell, Math.sqrt(s));
      } else return 0;
    }
  }
  return 1;
}

/**
 * Uᵀ z = b, then U x = z, all in x. Going down, a row of U serves as soon as
 * its z is known; going up, four rows wait for one another as little as
 * they can.
 */
function substitute(U: usize, x: usize, size: i32): void {
  for (let f = 0; f < size; f++) {
    const u = at(U, f * size);
    const z = load<f64>(at(x, f)) / load<f64>(at(u, f));
    store<f64>(at(x, f), z);
    let i = f + 1;
    if (i & 1) {
      // Size is even: there is such a number.
      const p = at(x, i);
      store<f64>(p, load<f64>(p) - load<f64>(at(u, i)) * z);
      i++;
    }
    const zz = f64x2.splat(z);
    for (; i < size; i += 2) {
      const p = at(x, i);
      v128.store(p, less(v128.load(p), zz, v128.load(at(u, i))));
    }
  }
  const row: usize = usize(size) << 3;
  for (let f = size - 4; f >= 0; f -= 4) {
    const u0 = at(U, f * size);
    const u1 = u0 + row;
    const u2 = u1 + row;
    const u3 = u2 + row;
    const p = at(x, f);
    let x0 = load<f64>(p);
    let x1 = load<f64>(p, 8);
    let x2 = load<f64>(p, 16);
    let x3 = load<f64>(p, 24);
    for (let i = size - 1; i > f + 3; i--) {
      const xi = load<f64>(at(x, i));
      x0 -= load<f64>(at(u0, i)) * xi;
      x1 -= load<f64>(at(u1, i)) * xi;
      x2 -= load<f64>(at(u2, i)) * xi;
      x3 -= load<f64>(at(u3, i)) * xi;
    }
    x3 /= load<f64>(at(u3, f + 3));
    x2 = (x2 - load<f64>(at(u2, f + 3)) * x3) / load<f64>(at(u2, f + 2));
    x1 -= load<f64>(at(u1, f + 3)) * x3;
    x1 = (x1 - load<f64>(at(u1, f + 2)) * x2) / load<f64>(at(u1, f + 1));
    x0 -= load<f64>(at(u0, f + 3)) * x3;
    x0 -= load<f64>(at(u0, f + 2)) * x2;
    x0 = (x0 - load<f64>(at(u0, f + 1)) * x1) / load<f64>(at(u0, f));
    store<f64>(p, x0);
    store<f64>(p, x1, 8);
    store<f64>(p, x2, 16);
    store<f64>(p, x3, 24);
  }
}
