// e^x and ln x to 60 digits and more, by whole numbers of 256 bits after the point. Slow; a ruler
// for the fast ones.
const BITS = 256n;
const ONE = 1n << BITS;

const view = new DataView(new ArrayBuffer(8));

/** A finite double as a whole number and a power of two: x = n · 2^e, exactly. */
function parts(x: number): { n: bigint; e: number } {
  view.setFloat64(0, x);
  const high = view.getUint32(0);
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
  const exponent = (high >>> 20) & 0x7ff;
  const n = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { n: high >>> 31 ? -n : n, e: Math.max(exponent, 1) - 1075 };
}

function shift(n: bigint, by: number): bigint {
  return by >= 0 ? n << BigInt(by) : n >> BigInt(-by);
}

/** ln((1 + z) / (1 - z)) = 2 (z + z³/3 + z⁵/5 + ...) */
function twiceArtanh(z: bigint): bigint {
  const square = (z * z) >> BITS;
  let sum = 0n;
  for (let power = z, n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) >> BITS;
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

/** A positive real number m · 2^(e - 256). */
export interface Real {
  readonly m: bigint;
  readonly e: number;
}

export function preciseExp(x: number): Real {
  const { n, e } = parts(x);
  const fixed = shift(n, e + Number(BITS));
  const k = fixed / LN2;
  const r = fixed - k * LN2;
  let sum = 0n;
  for (let term = ONE, j = 1n; term !== 0n; j++) {
    sum += term;
    term = (term * r) / (j * ONE);
  }
  return { m: sum, e: Number(k) };
}

/** ln x as a signed number m · 2^-256. */
export function preciseLog(x: number): bigint {
  const { n, e } = parts(x);
  const size = n.toString(2).length;
  const m = shift(n, Number(BITS) - (size - 1)); // from 1 to 2
  return twiceArtanh(((m - ONE) << BITS) / (m + ONE)) + BigInt(e + size - 1) * LN2;
}

/** The distance from one double to the next, as a power of two. */
function ulpExponent(size: number): number {
  return Math.max(size, -1022) - 52;
}

/** How far y is above the real number, in units of the real number's last place. */
export function signedErrorInUlps(y: number, real: Real): number {
  const negative = real.m < 0n;
  const size = (negative ? -real.m : real.m).toString(2).length - 1 + real.e - Number(BITS);
  const last = ulpExponent(size);
  const { n, e } = parts(y);
  // Both in units of 2^-80 of the last place.
  const ours = shift(n, e - last + 80);
  const theirs = shift(real.m, real.e - Number(BITS) - last + 80);
  return Number(ours - theirs) / 2 ** 80;
}

/** How far y is from the real number, in units of the real number's last place. */
export function errorInUlps(y: number, real: Real): number {
  return Math.abs(signedErrorInUlps(y, real));
}
