import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../.vitepress/run/prepare.ts';
import { toJson } from '../../.vitepress/kit/json.ts';
import { aboutDifference, differencesOf, reproduction } from '../../.vitepress/kit/sameResult.ts';

const { result } = prepareRun('bpr');
const printed = JSON.parse(JSON.stringify(result)) as typeof result;
const about = (a: unknown, b: unknown): string[] => differencesOf(a, b).map(aboutDifference);

test('a result that was computed again is the printed one, and the badge says so', () => {
  expect(differencesOf(printed, prepareRun('bpr').result)).toEqual([]);
  expect(reproduction(41.3, printed, result)).toEqual({
    same: true,
    text: 'Reproduced in your browser in 41 ms: identical to the printed numbers.',
  });
});

test('a setting that is all there are comes through the build, and differs from a number', () => {
  const { result: whole } = prepareRun('item-item-cf');
  const read = JSON.parse(toJson(whole)) as typeof whole;
  expect(read.spec.options['neighbours']).toBe(Infinity);
  expect(differencesOf(read, whole)).toEqual([]);
  expect(about({ neighbours: Infinity }, { neighbours: 20 })).toEqual([
    'neighbours printed Infinity, here 20.00',
  ]);
});

describe('a number that differs', () => {
  test('is named, with both values', () => {
    const recall = printed.metrics.recall + 0.0034;
    const other = { ...printed, metrics: { ...printed.metrics, recall } };
    const { same, text } = reproduction(41, printed, other);
    expect(same).toBe(false);
    expect(text).toMatch(/^Not reproduced in your browser \(41 ms\): recall printed 0\.\d+, here /);
    expect(text).toContain(`here ${recall.toPrecision(4)}`);
    expect(text).not.toContain('more');
  });

  test('in its last bit alone is a difference, with all the digits that it takes', () => {
    expect(about({ score: 0.1 + 0.2 }, { score: 0.3 })).toEqual([
      'score printed 0.30000000000000004, here 0.29999999999999999',
    ]);
  });

  test('in a list is named by its item, in a table by its model, else by its place', () => {
    const list = (score: number) => ({ list: [{ item: 12, score }] });
    expect(about(list(1.5), list(1.25))).toEqual(['score of item 12 printed 1.500, here 1.250']);
    const rows = (mean: number) => ({ rows: [{ id: 'bpr', metrics: { recall: { mean } } }] });
    expect(about(rows(0.5), rows(0.25))).toEqual([
      'mean of recall of bpr printed 0.5000, here 0.2500',
    ]);
    expect(about({ curve: [{ value: 3 }] }, { curve: [{ value: 4 }] })).toEqual([
      'value of place 1 of curve printed 3, here 4',
    ]);
  });

  test('is the first of all that differ, and the others are counted', () => {
    const other = { ...printed, list: printed.list.map((one) => ({ ...one, score: 0.5 })) };
    expect(reproduction(1, printed, other).text).toMatch(
      /: score of item \d+ printed [\d.-]+, here 0\.5000, and 9 more differ\.$/,
    );
  });
});

test('what is missing, or of another kind, differs', () => {
  expect(about({ a: 1 }, {})).toEqual(['a printed 1, here nothing']);
  expect(about({}, { a: null })).toEqual(['a printed nothing, here null']);
  expect(about([1, 2], [1])).toEqual(['place 2 printed 2, here nothing']);
  expect(about({ heldOut: null }, { heldOut: { item: 3 } })).toEqual([
    'heldOut printed null, here {"item":3}',
  ]);
  expect(about(1, 'one')).toEqual(['the result printed 1, here "one"']);
  expect(about([], {})).toEqual(['the result printed [], here {}']);
});
