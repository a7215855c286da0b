// How far exp and log are from the true value, all over their range: for each stretch of arguments the
// lowest and the highest error, in units in the last place.
import { exp, log, stream } from '../../../code/recsys.ts';
import { signedErrorInUlps, preciseExp, preciseLog } from './precise.ts';

export interface ErrorBand {
  readonly name: 'exp' | 'log';
  /** Where the stretches begin and end: x for exp, the power of two for log. */
  readonly from: number;
  readonly to: number;
  /** The largest error of each stretch, above and below the true value. */
  readonly highest: readonly number[];
  readonly lowest: readonly number[];
  readonly asked: number;
  /** At how many of them the result is the double nearest to the truth. */
  readonly nearest: number;
  /** The largest error of all, rounded up. */
  readonly worst: number;
}

const stretches = 120;
const perStretch = 80;

function band(
  name: ErrorBand['name'],
  [from, to]: readonly [number, number],
  argument: (place: number) => number,
  errorAt: (x: number) => number,
): ErrorBand {
  const draw = stream(`errors of ${name}`, 0);
  const highest: number[] = [];
  const lowest: number[] = [];
  let [worst, nearest] = [0, 0];
  for (let s = 0; s < stretches; s++) {
    const errors = Array.from({ length: perStretch }, () => {
      const x = argument(from + ((to - from) * (s + draw())) / stretches);
      const error = errorAt(x);
      worst = Math.max(worst, Math.abs(error));
      if (Math.abs(error) <= 0.5) nearest++;
      return error;
    });
    highest.push(rounded(Math.max(0, ...errors)));
    lowest.push(rounded(Math.min(0, ...errors)));
  }
  const asked = stretches * perStretch;
  worst = Math.ceil(worst * 100) / 100;
  return { name, from, to, highest, lowest, asked, nearest, worst };
}

const rounded = (error: number): number => Math.round(error * 1000) / 1000;

export function makeErrorBands(): readonly ErrorBand[] {
  return [
    band(
      'exp',
      [-745, 709],
      (x) => x,
      (x) => signedErrorInUlps(exp(x), preciseExp(x)),
    ),
    band(
      'log',
      [-1074, 1023],
      (power) => {
        const whole = Math.floor(power);
        return 2 ** whole * (1 + power - whole);
      },
      (x) => signedErrorInUlps(log(x), { m: preciseLog(x), e: 0 }),
    ),
  ];
}
