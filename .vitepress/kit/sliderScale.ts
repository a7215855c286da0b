// The stops of a slider: round numbers a reader can say, among them the ends and the default.

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Linear: from stop to stop. Log: stops per factor of ten. */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  readonly default: number;
  /** Beyond max stands Infinity. */
  readonly orAll?: true;
}

/** Round numbers from 1 to below 10, about evenly spaced on a log scale. */
const roundNumbers: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [1, 3],
  3: [1, 2, 5],
  4: [1, 2, 4, 7],
  5: [1, 1.6, 2.5, 4, 6],
  6: [1, 1.5, 2, 3, 5, 7],
  10: [1, 1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8],
};

function roundedSteps(perDecade: number): readonly number[] {
  return (
    roundNumbers[perDecade] ??
    Array.from({ length: perDecade }, (_, n) => Number((10 ** (n / perDecade)).toPrecision(2)))
  );
}

function logStops({ min, max, step }: Scale): number[] {
  const first = Math.floor(Math.log10(min)) - 1;
  const last = Math.ceil(Math.log10(max)) + 1;
  const stops: number[] = [];
  for (let decade = first; decade <= last; decade++) {
    // Read as a literal: 5e-2 is the number that 0.05 is, 5 * 10 ** -2 may not be.
    for (const round of roundedSteps(step)) stops.push(Number(`${round}e${decade}`));
  }
  return stops;
}

function linearStops({ min, max, step }: Scale): number[] {
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  return Array.from({ length: count }, (_, n) => Number((min + n * step).toPrecision(12)));
}

/** All stops, ascending. */
export function stopsOf(scale: Scale): number[] {
  const stops = scale.scale === 'log' ? logStops(scale) : linearStops(scale);
  const all = new Set([...stops, scale.min, scale.max, scale.default]);
  const within = [...all].filter((n) => n >= scale.min && n <= scale.max).sort((a, b) => a - b);
  return scale.orAll ? [...within, Infinity] : within;
}

/** The stop nearest to a value, by its place; on a log scale nearest as a ratio. */
export function placeOf(stops: readonly number[], value: number, log: boolean): number {
  const above = stops.findIndex((stop) => stop >= value);
  if (above === -1) return stops.length - 1;
  if (above === 0) return 0;
  const [low, high] = [stops[above - 1], stops[above]];
  const nearLow = log ? value * value < low * high : value - low < high - value;
  return nearLow ? above - 1 : above;
}
