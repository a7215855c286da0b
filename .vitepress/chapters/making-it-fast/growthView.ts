// What the figure of the growth draws and says: everything in multiples of where its panel begins.
import { inWords } from '../../kit/inWords.ts';
import { operations, times } from './counted.ts';
import { axes, growths, sizesAt, smallest } from './growthSizes.ts';
import type { Axis, Point } from './growthSizes.ts';

export const axisWords: Readonly<Record<Axis, string>> = {
  ones: 'Events',
  users: 'Users',
  factors: 'Factors',
};

export interface Panel {
  readonly axis: Axis;
  readonly title: string;
  /** The sizes at the foot, where it grows to. */
  readonly sizes: readonly number[];
  /** Operations, in multiples of the first. */
  readonly counted: readonly number[];
  /** Times, likewise; as many as there are. */
  readonly measured: readonly number[];
}

export const panelsOf = (points: readonly Point[]): Panel[] =>
  axes.map((axis) => {
    const own = points.filter((one) => one.axis === axis);
    return {
      axis,
      title: axisWords[axis],
      sizes: growths.map((growth) => sizesAt(axis, growth)[axis]),
      counted: growths.map((growth) => operations(sizesAt(axis, growth)) / operations(smallest)),
      measured: own.map(({ ms }) => ms / own[0].ms),
    };
  });

/** What the panels come to at their ends: "has 6.5 times the operations", and so on. */
function ended(panels: readonly Panel[], of: 'counted' | 'measured'): string {
  const last = growths.length - 1;
  const [ones, users, factors] = panels.map((panel) => times(panel[of][last]));
  const most = `${inWords(growths[last])} times`;
  const first = of === 'measured' ? `takes ${ones} the time` : `has ${ones} the operations`;
  return `With ${most} the events an iteration ${first}, with ${most} the users ${users}, and with ${most} the factors ${factors}`;
}

export function growthFinding(points: readonly Point[]): string {
  const panels = panelsOf(points);
  const isWhole = panels.every(({ measured }) => measured.length === growths.length);
  return ended(panels, isWhole ? 'measured' : 'counted');
}
