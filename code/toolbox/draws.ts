// #region draws
/**
 * Random draws: the same arguments, the same numbers.
 */
import seedrandom from 'seedrandom';
import { log } from './exact.ts';
import { bad, checkInteger } from './guard.ts';
// #endregion draws

// #region random-draws
/** A stream of uniform draws from [0, 1). */
export type Draw = () => number;

/**
 * The stream that belongs to this purpose, seed and (if any) user.
 * @throws RangeError or TypeError for a bad argument
 */
export function stream(purpose: string, seed: number, user?: number): Draw {
  if (typeof purpose !== 'string') {
    throw bad(TypeError, 'stream', 'purpose', 'a string', purpose);
  }
  checkInteger('stream', 'seed', seed);
  if (user !== undefined) checkInteger('stream', 'user', user, 0);
  return seedrandom.alea([purpose, seed, user ?? ''].join('/'));
}

/** An integer from 0 to n - 1. */
export function drawInteger(draw: Draw, n: number): number {
  return Math.floor(draw() * n);
}

/**
 * A stream of standard normal draws, by the polar method: a point drawn in
 * the unit disc gives one. It needs no sine or cosine, whose last digits
 * differ from engine to engine.
 * Marsaglia and Bray 1964, https://doi.org/10.1137/1006063
 */
export function normals(draw: Draw): Draw {
  return () => {
    for (;;) {
      const a = 2 * draw() - 1;
      const b = 2 * draw() - 1;
      const s = a * a + b * b;
      if (s > 0 && s < 1) return a * Math.sqrt((-2 * log(s)) / s);
    }
  };
}

/** Fisher-Yates: every order equally likely. */
export function shuffle(draw: Draw, list: Int32Array): void {
  for (let n = list.length - 1; n > 0; n--) {
    const m = drawInteger(draw, n + 1);
    const last = list[n];
    list[n] = list[m];
    list[m] = last;
  }
}
// #endregion random-draws
