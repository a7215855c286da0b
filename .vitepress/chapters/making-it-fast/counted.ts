// What an iteration of ALS takes, counted: the same on every machine, so the page can be printed with it.
import { inWords } from '../../kit/inWords.ts';
import { count, decimal } from '../../kit/numbers.ts';
import { instructionsFor, ways } from './tiles.ts';

/** The steps, in their order. */
export const rungIds = ['cells', 'ones', 'tiles', 'simd', 'cores'] as const;
export type RungId = (typeof rungIds)[number];

export const rungTitles: Readonly<Record<RungId, string>> = {
  cells: 'Every cell',
  ones: 'The ones alone',
  tiles: 'Sums in registers',
  simd: 'Two numbers at once',
  cores: 'Several cores',
};

/** Instructions of the innermost loop for one product y_a y_b: the plain loop goes over all cells, or over the ones. */
const [plain, tiles, simd] = ways.map(instructionsFor);
export const perProduct: Readonly<Record<Exclude<RungId, 'cores'>, number>> = {
  cells: plain,
  ones: plain,
  tiles,
  simd,
};

export interface Sizes {
  readonly users: number;
  readonly items: number;
  /** Ones of R. */
  readonly ones: number;
  readonly factors: number;
}

/** What the reader chooses. */
export interface LadderRequest {
  readonly events: number;
  readonly factors: number;
  readonly workers: number;
}

/** Each event is of another item. A wider log has more users and items: 1 cell of about 15 is a one. */
export function shapeOf(events: number): { nUsers: number; nItems: number } {
  const side = Math.sqrt(events);
  return { nUsers: Math.round(5.5 * side), nItems: Math.round(2.75 * side) };
}

export function sizesFor({ events, factors }: LadderRequest): Sizes {
  const { nUsers: users, nItems: items } = shapeOf(events);
  return { users, items, ones: events, factors };
}

/** Products y_a y_b with b ≤ a, of an iteration: each row of either side adds one y yᵀ for each place that is visited. */
export function products(rung: RungId, { users, items, ones, factors: f }: Sizes): number {
  const places = rung === 'cells' ? users * items : ones;
  return (2 * places * f * (f + 1)) / 2;
}

/** Instructions of the innermost loop, for each core. */
export function instructions(rung: RungId, sizes: Sizes, workers: number): number {
  const alone = products(rung, sizes) * perProduct[rung === 'cores' ? 'simd' : rung];
  return rung === 'cores' ? alone / workers : alone;
}

/** Multiplications and additions, of the sums, of YᵀY and XᵀX, and of the solving by Cholesky. */
export function operations({ users, items, ones, factors: f }: Sizes): number {
  const rows = users + items;
  return 2 * ones * f * (f + 1) + rows * f * (f + 1) + rows * (f ** 3 / 3 + 2 * f ** 2);
}

/** By how much each step but the first takes fewer instructions than the one before it. */
export function savings(sizes: Sizes, workers: number): { rung: RungId; factor: number }[] {
  return rungIds.slice(1).map((rung, n) => ({
    rung,
    factor: instructions(rungIds[n], sizes, workers) / instructions(rung, sizes, workers),
  }));
}

/** 15.2 -> "15 times", 1.83 -> "1.8 times", 2 -> "twice" */
export function times(factor: number): string {
  if (factor >= 9.95) return `${Math.round(factor)} times`;
  const shown = factor.toFixed(1);
  if (shown === '2.0') return 'twice';
  return shown.endsWith('.0') ? `${inWords(Number(shown))} times` : `${shown} times`;
}

/** 1,611,072,000 -> "1.6 billion" */
export function inMillions(value: number): string {
  if (value >= 1e9) return `${decimal(value / 1e9, 1)} billion`;
  return `${value < 1e7 ? decimal(value / 1e6, 1) : count(value / 1e6)} million`;
}
