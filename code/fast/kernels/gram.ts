// w MᵀM, four rows by four columns at a time.

/** Where a number of 8 bytes stands: n numbers behind p. */
export function at(p: usize, n: i32): usize {
  return p + (usize(n) << 3);
}

/** Two sums that go on: s + a y, a the same for both. */
function add(s: v128, a: v128, y: v128): v128 {
  return f64x2.add(s, f64x2.mul(a, y));
}

/** G += w s, for two numbers. */
function put(G: usize, w: v128, s: v128): void {
  v128.store(G, f64x2.add(v128.load(G), f64x2.mul(w, s)));
}

/**
 * Adds w MᵀM to the upper triangle of G [stride x stride]. M is `height`
 * rows of `stride` numbers; stride is a multiple of 4.
 *
 * The same sums, in the same order, as `addGram` of toolbox/dense.ts: what
 * is done at once are columns that do not depend on one another.
 */
export function addGram(
  G: usize,
  M: usize,
  height: i32,
  stride: i32,
  w: f64,
): void {
  const row: usize = usize(stride) << 3;
  const ww = f64x2.splat(w);
  for (let start = 0; start < height; start += 64) {
    const first = M + usize(start) * row;
    const end = M + usize(min(start + 64, height)) * row;
    for (let a = 0; a < stride; a += 4) {
      for (let b = a; b < stride; b += 4) {
        let s00 = f64x2.splat(0);
        let s01 = f64x2.splat(0);
        let s10 = f64x2.splat(0);
        let s11 = f64x2.splat(0);
        let s20 = f64x2.splat(0);
        let s21 = f64x2.splat(0);
        let s30 = f64x2.splat(0);
        let s31 = f64x2.splat(0);
        // #region gram-kernel
        for (let m = first; m < end; m += row) {
          const p = at(m, a);
          const q = at(m, b);
          const y0 = v128.load(q);
          const y1 = v128.load(q, 16);
          const x0 = v128.load64_splat(p);
          s00 = add(s00, x0, y0);
          s01 = add(s01, x0, y1);
          const x1 = v128.load64_splat(p, 8);
          s10 = add(s10, x1, y0);
          s11 = add(s11, x1, y1);
          const x2 = v128.load64_splat(p, 16);
          s20 = add(s20, x2, y0);
          s21 = add(s21, x2, y1);
          const x3 = v128.load64_splat(p, 24);
          s30 = add(s30, x3, y0);
          s31 = add(s31, x3, y1);
        }
        // #endregion gram-kernel
        let g = at(G, a * stride + b);
        put(g, ww, s00);
        put(g + 16, ww, s01);
        g += row;
        put(g, ww, s10);
        put(g + 16, ww, s11);
        g += row;
        put(g, ww, s20);
        put(g + 16, ww, s21);
        g += row;
        put(g, ww, s30);
        put(g + 16, ww, s31);
      }
    }
  }
}
