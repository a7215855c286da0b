import { expect, test } from 'vitest';
import { duration, scoreTexts, withCommas } from '../../.vitepress/kit/numbers.ts';

test('thousands are grouped before the point and not behind it', () => {
  expect([0, 999, 1000, 1234567.25, 0.0001, 1e21].map(withCommas)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567.25',
    '0.0001',
    '1e+21',
  ]);
});

test('the scores of a list have as many digits as tell them apart', () => {
  expect(scoreTexts([269, 1260])).toEqual(['269', '1,260']);
  expect(scoreTexts([1.2345, -0.5])).toEqual(['1.234', '−0.500']);
  expect(scoreTexts([48.004, 3])).toEqual(['48.00', '3.00']);
  expect(scoreTexts([])).toEqual([]);
});

test('a span of time has the unit that suits it', () => {
  expect([0.2, 41.4, 1340].map(duration)).toEqual(['less than 1 ms', '41 ms', '1.3 s']);
});
