// The race before the reader's model enters it, and the guess at how the model to start from does.
import { expect, test } from 'vitest';
import loader from '../../../.vitepress/chapters/your-own-model/race.data.ts';
import { answers, placeOf } from '../../../.vitepress/chapters/your-own-model/guess.ts';
import { datasetOf, runBoard } from '../../../.vitepress/run/jobs/board.ts';
import type { BoardSpec } from '../../../.vitepress/run/jobs/board.ts';
import { defaultRun } from '../../../.vitepress/run/defaults.ts';
import { someTuned } from '../../support/tuned.ts';

const { data, split, k } = defaultRun;
const spec: BoardSpec = { data, split, k, metric: 'recall', tuned: someTuned };
const board = runBoard(spec, datasetOf(spec));
const race = loader.load(board);

test('everyone on the board takes part, the best first', () => {
  expect(race.entrants.map(({ id }) => id).sort()).toEqual(board.rows.map(({ id }) => id).sort());
  const means = race.entrants.map(({ mean }) => mean);
  expect(means).toEqual(means.toSorted((a, b) => b - a));
  for (const { mean, low, high, found } of race.entrants) {
    expect(low).toBeLessThanOrEqual(mean);
    expect(high).toBeGreaterThanOrEqual(mean);
    expect(found / race.people).toBe(mean);
  }
});

test('the answer to the guess is where the model to start from stands beside Popularity', () => {
  const popularity = race.entrants.find(({ id }) => id === 'popularity');
  expect(answers[placeOf(race.start, popularity?.found ?? 0)]).toMatch(/fewer/);
});

test.for([
  [40, 33, 'At least five more'],
  [37, 33, 'About as many, four up or down'],
  [29, 33, 'About as many, four up or down'],
  [28, 33, 'At least five fewer'],
] as const)('%i beside %i is: %s', ([own, theirs, answer]) => {
  expect(answers[placeOf(own, theirs)]).toBe(answer);
});
