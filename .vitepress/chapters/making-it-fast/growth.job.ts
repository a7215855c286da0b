// The growth of the chapter's figure, measured in the worker.
import { counted, defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { timeAt } from './growth.ts';
import { axes, growths, sizesAt } from './growthSizes.ts';
import type { Point } from './growthSizes.ts';

/** There is nothing to choose. */
export const job = defineJob('growth', (_: null, { progress, part }: Telling<Point>): Point[] => {
  const points: Point[] = [];
  for (const axis of axes) {
    for (const growth of growths) {
      progress('growth', counted(points.length, axes.length * growths.length));
      const point = { axis, growth, ms: timeAt(sizesAt(axis, growth)) };
      part(point);
      points.push(point);
    }
  }
  return points;
});
