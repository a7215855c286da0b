// Which result begins first: the one with the longest way to go behind it.
import { expect, test } from 'vitest';
import { urgencyOf } from '../../.vitepress/build/results/urgency.ts';
import type { Planned } from '../../.vitepress/build/results/urgency.ts';

test('a short one that two long ones wait for is more urgent than one that is longer than it', () => {
  const plan: Planned[] = [
    { id: 'short', seconds: 1, needs: [] },
    { id: 'after', seconds: 6, needs: ['short'] },
    { id: 'last', seconds: 5, needs: ['after', 'alone'] },
    { id: 'alone', seconds: 3, needs: [] },
    { id: 'picture', seconds: 9, needs: ['last'], isLate: true },
  ];
  expect(plan.map((one) => [one.id, urgencyOf(one, plan)])).toEqual([
    ['short', 12],
    ['after', 11],
    ['last', 5],
    ['alone', 8],
    ['picture', 0],
  ]);
});
