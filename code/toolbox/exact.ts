// #region exact
/**
 * Two functions in place of the engine's own, which differ from one engine
 * to the next in the last digit.
 */
// #endregion exact

// #region exp
// Math.exp and Math.log differ between engines in the last digit; these two
// use + - * / and one shift, which do not. After fdlibm's e_exp.c and
// e_log.c (Sun Microsystems, 1993): the error is below 1 ulp.
const LN2_HIGH = 6.9314718036912381649e-1; // 32 bits: k · LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10; // ln 2 - LN2_HIGH

/** 2^k at place k + 1074, for all k that a double can hold. */
const powersOfTwo: Float64Array = /* @__PURE__ */ (() => {
  const powers = new Float64Array(1074 + 1024);
  powers[1074] = 1;
  for (let k = 1; k < 1024; k++) powers[1074 + k] = 2 * powers[1073 + k];
  for (let k = 1; k < 1075; k++) powers[1074 - k] = powers[1075 - k] / 2;
  return powers;
})();

/** e^x, within 1 ulp; the same bits in every engine. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  // x = k ln 2 + r with |r| <= ln 2 / 2, so e^x = 2^k e^r.
  const k = Math.round(x / Math.LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  // e^r = 1 + 2r / (c' - r), where c' is even in r: a polynomial in r².
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t *
                  (-1.6533902205465251539e-6 +
                    t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powersOfTwo[1074 + 1023];
  if (k < -1021) return y * powersOfTwo[1074 + k + 54] * powersOfTwo[1020];
  return y * powersOfTwo[1074 + k];
}
// #endregion exp

// #region log
const bits = /* @__PURE__ */ new DataView(
  /* @__PURE__ */ new ArrayBuffer(8),
);

/** ln x, within 1 ulp; the same bits in every engine. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  // x = 2^k m with √½ < m <= √2. A subnormal x is scaled up first.
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= powersOfTwo[1074 + 54];
    k = -54;
  }
  bits.setFloat64(0, x);
  const exponent = (bits.getInt32(0) >> 20) - 1023;
  let m = x * powersOfTwo[1074 - exponent];
  k += exponent;
  if (m > Math.SQRT2) {
    m /= 2;
    k++;
  }
  // ln m = f - f²/2 + s (f²/2 + P(s²)), f = m - 1, s = f / (2 + f).
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even =
    w *
    (3.999999999940941908e-1 +
      w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w *
        (2.857142874366239149e-1 +
          w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  const tail = half - (s * (half + even + odd) + k * LN2_LOW);
  return k * LN2_HIGH - (tail - f);
}
// #endregion log
