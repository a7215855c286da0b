// e^x as in toolbox/exact.ts, to the same bit.

const LN2: f64 = 0.6931471805599453094;
const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** 2^k, for k of a normal number. */
function power(k: i32): f64 {
  return reinterpret<f64>(u64(k + 1023) << 52);
}

/** e^x, within 1 ulp. */
export function exp(x: f64): f64 {
  if (x != x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  // x = k ln 2 + r with |r| <= ln 2 / 2, so e^x = 2^k e^r.
  const n = x / LN2;
  const below = floor(n);
  // A sum, not an if: which way it goes can't be predicted.
  const whole = below + f64(n - below >= 0.5);
  const high = x - whole * LN2_HIGH;
  const low = whole * LN2_LOW;
  const r = high - low;
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
  const k = i32(whole);
  if (k == 1024) return y * 2 * power(1023);
  if (k < -1021) return y * power(k + 54) * power(-54);
  return y * power(k);
}
