import { expect, test } from 'vitest';
import {
  findingOfSeeds,
  linesOf,
  seedsPrediction,
  upsetsOf,
} from '../../../.vitepress/chapters/leaderboard/seedView.ts';

const models = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];
const rows = (...means: [number, number][]) => means.map((both, seed) => ({ seed, means: both }));

test('lines stand in the order of their means over the logs', () => {
  const lines = linesOf(rows([0.1, 0.2], [0.3, 0.5]), models);
  expect(lines.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(lines[0].values).toEqual([0.2, 0.5]);
  expect(lines[0].mean).toBeCloseTo(0.35, 12);
  expect(lines[1].low).toBeLessThan(0.1);
});

test('the finding compares log by log: what all logs share cancels', () => {
  const steady = linesOf(rows([0.1, 0.12], [0.3, 0.31], [0.5, 0.53]), models);
  expect(steady[0].low).toBeLessThan(steady[1].mean); // each alone is uncertain
  expect(findingOfSeeds(steady)).toMatch(
    /^B is ahead of A on 3 of 3 logs \(of all models, on 3\): which/,
  );
  const clear = linesOf(rows([0.1, 0.22], [0.3, 0.41], [0.5, 0.63]), models);
  expect(findingOfSeeds(clear)).toMatch(
    /^B is ahead of A on 3 of 3 logs \(of all models, on 3\), by 0\.120 on average \(95 % interval 0\.095 to 0\.145\)$/,
  );
});

test('an upset is a log on which the one with the lower mean is ahead', () => {
  const lines = linesOf(rows([0.1, 0.2], [0.4, 0.3], [0.1, 0.5]), models);
  expect(upsetsOf(lines)).toContain('B, moves between 0.200 and 0.500');
  expect(upsetsOf(lines)).toContain('In 1 of 3 comparisons');
});

test('is guessed before it is seen, by how often the winner of the first log leads alone', () => {
  const { question, answers, right, finding } = seedsPrediction(4);
  expect(question).toContain('of four logs');
  expect(answers).toEqual(['On fewer than two', 'On two or more, not on all', 'On all']);
  const wins = (...logs: [number, number][]) => {
    const lines = linesOf(rows(...logs), models);
    return [right(lines, lines), finding(lines, lines)];
  };
  const [b, a, tie]: [number, number][] = [
    [0.1, 0.2],
    [0.3, 0.1],
    [0.2, 0.2],
  ];
  expect(wins(b, b, b, b)).toEqual([2, 'B wins on the first log, and leads on 4 of 4.']);
  expect(wins(b, a, b, tie)).toEqual([1, 'B wins on the first log, and leads on 2 of 4.']);
  expect(wins(b, a, a, tie)).toEqual([0, 'B wins on the first log, and leads on 1 of 4.']);
  expect(wins(tie, a, a, a)).toEqual([0, 'On the first log two models share the first place.']);
});
