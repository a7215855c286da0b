// Scores of many users on many items.

/** Two sums that go on: s + x y. */
function add(s: v128, x: v128, y: v128): v128 {
  return f64x2.add(s, f64x2.mul(x, y));
}

/**
 * x·y for every row x of X [nX x stride] and y of Y [nY x stride], into S
 * [nX x nY]; stride is even. Two users and four items at a time: what is
 * done at once are sums that do not depend on one another, each in the order
 * of `rowDots` in toolbox/factors.ts.
 */
export function dots(
  S: usize,
  X: usize,
  nX: i32,
  Y: usize,
  nY: i32,
  stride: i32,
): void {
  const row: usize = usize(stride) << 3;
  const line: usize = usize(nY) << 3;
  for (let u = 0; u < nX; u += 2) {
    const x = X + usize(u) * row;
    const s = S + usize(u) * line;
    // The last of an odd number is its own neighbour.
    const isPair = u + 1 < nX;
    const z = isPair ? x + row : x;
    const t = isPair ? s + line : s;
    // Where four are left no more, the last four are done once more.
    for (let n = 0; n < nY; n += 4) {
      const i: usize = max(min(n, nY - 4), 0);
      const last: usize = nY - 1;
      const a = Y + i * row;
      const b = Y + min(i + 1, last) * row;
      const c = Y + min(i + 2, last) * row;
      const d = Y + min(i + 3, last) * row;
      let sab = f64x2.splat(0);
      let scd = f64x2.splat(0);
      let tab = f64x2.splat(0);
      let tcd = f64x2.splat(0);
      for (let f: usize = 0; f < row; f += 16) {
        const ya = v128.load(a + f);
        const yb = v128.load(b + f);
        const yc = v128.load(c + f);
        const yd = v128.load(d + f);
        let ab = v128.shuffle<f64>(ya, yb, 0, 2);
        let cd = v128.shuffle<f64>(yc, yd, 0, 2);
        let p = v128.load64_splat(x + f);
        let q = v128.load64_splat(z + f);
        sab = add(sab, p, ab);
        scd = add(scd, p, cd);
        tab = add(tab, q, ab);
        tcd = add(tcd, q, cd);
        ab = v128.shuffle<f64>(ya, yb, 1, 3);
        cd = v128.shuffle<f64>(yc, yd, 1, 3);
        p = v128.load64_splat(x + f, 8);
        q = v128.load64_splat(z + f, 8);
        sab = add(sab, p, ab);
        scd = add(scd, p, cd);
        tab = add(tab, q, ab);
        tcd = add(tcd, q, cd);
      }
      put(s + (i << 3), sab, scd, nY);
      put(t + (i << 3), tab, tcd, nY);
    }
  }
}

/** Four numbers, or as many as there are items. */
function put(p: usize, ab: v128, cd: v128, n: i32): void {
  store<f64>(p, f64x2.extract_lane(ab, 0));
  if (n > 1) store<f64>(p, f64x2.extract_lane(ab, 1), 8);
  if (n > 2) store<f64>(p, f64x2.extract_lane(cd, 0), 16);
  if (n > 3) store<f64>(p, f64x2.extract_lane(cd, 1), 24);
}
