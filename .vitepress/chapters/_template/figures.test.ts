import { expect, test } from 'vitest';
import { defaultSpec, fitModel, readRun } from '../../run/jobs/model.ts';
import { findingOf, type TemplatePicture } from './picture.ts';

test('the figure shows the highest scores, best first, and its title says so', () => {
  const spec = defaultSpec('template');
  const picture = readRun(spec, fitModel(spec)).picture as TemplatePicture;
  expect(picture.scores).toEqual(picture.scores.toSorted((a, b) => b - a));
  expect(picture.items).toHaveLength(picture.scores.length);
  expect(findingOf(picture, () => 'It')).toMatch(/^It has \d+ people, \d+ more than/);
});
