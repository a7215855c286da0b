// What grows in the figure of the growth, and how far.
import type { Sizes } from './counted.ts';

export const axes = ['ones', 'users', 'factors'] as const;
export type Axis = (typeof axes)[number];

/** Where all three begin. */
export const smallest: Sizes = { users: 1000, items: 500, ones: 20_000, factors: 16 };
/** By so much each of them is multiplied, one after another. */
export const growths = [1, 2, 4, 8] as const;

export const sizesAt = (axis: Axis, growth: number): Sizes => ({
  ...smallest,
  [axis]: smallest[axis] * growth,
});

export interface Point {
  readonly axis: Axis;
  readonly growth: number;
  readonly ms: number;
}
