import { describe, expect, test } from 'vitest';
import {
  aboutBudget,
  aboutCurse,
  aboutHarm,
  aboutMoves,
  axesOf,
  chapterOf,
  findingOfAll,
  findingOfMap,
  findingSoFar,
  moved,
  readoutOf,
  rowsOfAll,
  shadeFrom,
  shadeOf,
  tagOf,
  testRows,
} from '../../../.vitepress/chapters/leaderboard/tuningView.ts';
import { mapPrediction } from '../../../.vitepress/chapters/leaderboard/mapPrediction.ts';
import type {
  TestChange,
  TunedRow,
} from '../../../.vitepress/chapters/leaderboard/tuneAlike.job.ts';
import type { TuneCell, TuneMap } from '../../../.vitepress/chapters/leaderboard/tuning.job.ts';

const sure = (mean: number, wide = 0.05) => ({ mean, low: mean - wide, high: mean + wide });
const cell = (reg: number, alpha: number, mean: number): TuneCell => {
  return { reg, alpha, recall: sure(mean), ndcg: mean / 2 };
};

/** Two rows of three; the default is at the lower right, the best at the upper left. */
const map: TuneMap = {
  spec: { data: { seed: 0 }, factors: 8 },
  k: 10,
  n: 200,
  rows: 1000,
  cells: [
    cell(10, 1, 0.4),
    cell(10, 10, 0.39),
    cell(10, 40, 0.33),
    cell(0.1, 1, 0.31),
    cell(0.1, 10, 0.2),
    cell(0.1, 40, 0.25),
  ],
  best: 0,
  usual: 5,
  steps: { lighter: 3, stronger: 2, p: 0.01 },
  behind: [
    { ...sure(0, 0), tied: true },
    { ...sure(0.01, 0.03), tied: true },
    { ...sure(0.07, 0.06), tied: true },
    { ...sure(0.09, 0.06), tied: false },
    { ...sure(0.2, 0.06), tied: false },
    { ...sure(0.15, 0.06), tied: false },
  ],
  curse: { where: 0.41, elsewhere: 0.38 },
  test: { best: sure(0.36), usual: sure(0.24) },
};
/** As a reader sees it: a space that does not break is a space. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the map', () => {
  test('has rows by reg and columns by alpha, in the order of its cells', () => {
    expect(axesOf(map.cells)).toEqual({ regs: [10, 0.1], alphas: [1, 10, 40] });
  });

  test('is darker where recall is higher, from threshold to threshold', () => {
    expect(shadeOf(0)).toBe(0);
    expect(shadeFrom.map(shadeOf)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shadeFrom.map((from) => shadeOf(from - 1e-9))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('names the best cell and the default; what is best is known at the end', () => {
    expect(map.cells.map((_, place) => tagOf(map, place))).toEqual([
      'best',
      '',
      '',
      '',
      '',
      'default',
    ]);
    expect(tagOf({ usual: 5 }, 0)).toBe('');
    expect(tagOf({ usual: 0 }, 0)).toBe('default');
    expect(tagOf({ best: 0, usual: 0 }, 0)).toBe('best');
  });

  test('is walked by arrow keys, which stop at its edges', () => {
    const from = (place: number, key: string) => moved(place, key, 3, 6);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => from(0, key))).toEqual([
      0, 1, 0, 3,
    ]);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => from(5, key))).toEqual([
      4, 5, 2, 5,
    ]);
    expect([from(4, 'Home'), from(4, 'End'), from(4, 'x')]).toEqual([3, 5, 4]);
  });
});

describe('the finding', () => {
  test('sets the default beside what was chosen', () => {
    expect(plain(findingOfMap(map))).toBe(
      'With 8 factors, the default alpha 40 with reg 0.1 finds 0.250; alpha 1 with reg 10 finds 0.400',
    );
  });

  test('says when the two cannot be told apart, and when the default is best', () => {
    const near = { ...map, usual: 1 };
    expect(plain(findingOfMap(near))).toMatch(/0\.400, but 200 people cannot tell the two apart$/);
    expect(plain(findingOfMap({ ...map, usual: 0 }))).toBe(
      'With 8 factors, the default alpha 1 with reg 10 finds 0.400, and no other setting finds more',
    );
  });

  test('while cells are to come is that of the cells that are there', () => {
    expect(findingSoFar([], 6)).toBe('None of 6 settings tried yet');
    expect(plain(findingSoFar(map.cells.slice(3), 6))).toBe(
      '3 of 6 settings tried; so far alpha 1 with reg 0.1 finds most, 0.310',
    );
  });
});

test('one step at a time from the default goes along its row, or its column', () => {
  const text = aboutMoves(map);
  expect(text).toContain('changing alpha alone reaches 0.310 at most, changing reg alone 0.330.');
  expect(text).toContain('Of the other 5 settings, 2 cannot be told apart');
});

describe('what is asked before the map', () => {
  const answer = (p: number, of = map) => {
    const asked = { ...of, steps: { ...of.steps, p } };
    return mapPrediction.answers[mapPrediction.right(asked, asked)];
  };

  test('is answered by the step that helps more, where the people can tell', () => {
    expect(answer(0.01)).toBe('A stronger pull');
    expect(answer(0.2)).toBe('Too close to call');
    const turned = { ...map, steps: { lighter: 2, stronger: 3, p: 0 } };
    expect(answer(0.01, turned)).toBe('Less weight');
  });

  test('is told with the recall of both steps, and with what it is worth', () => {
    expect(plain(mapPrediction.finding(map, map))).toBe(
      'The defaults find 0.250. With alpha 1 alone they find 0.310, with reg 10 alone 0.330. Person by person, so large a gap is more than chance.',
    );
    const close = { ...map, steps: { ...map.steps, p: 0.2 } };
    expect(mapPrediction.finding(close, close)).toMatch(
      /these 200 people cannot tell the two apart/,
    );
  });
});

test('the curse is told by both halves', () => {
  expect(aboutCurse(map)).toContain('0.410 on that half and 0.380 on the other');
});

describe('the readout of a cell', () => {
  test('counts people', () => {
    const { title, recall, interval } = readoutOf(map, 2);
    expect(plain(title)).toBe('alpha 40, reg 10');
    expect(recall).toBe('0.330');
    expect(interval).toBe(
      '66 of 200 people find their hidden item among the first 10; 95 % interval 0.280 to 0.380.',
    );
  });

  test('says whether it is worse, and whether that survives the correction', () => {
    const verdict = (place: number) => readoutOf(map, place).verdict;
    expect(verdict(0)).toMatch(/this setting is chosen/);
    expect(verdict(1)).toBe(
      '0.010 below the best (−0.020 to 0.040): these people cannot tell the two apart.',
    );
    expect(verdict(2)).toMatch(
      /Alone this would count; corrected for 5 comparisons it does not\.$/,
    );
    expect(verdict(3)).toMatch(/: clearly worse\.$/);
  });
});

test('a cell leads to the chapter with its setting', () => {
  expect(chapterOf(map.cells[5], 8)).toBe('/models/implicit-als?alpha=40&reg=0.1&factors=8');
});

test('the test set is opened for two settings, and no third', () => {
  const rows = testRows(map).map((row) => ({ ...row, name: plain(row.name) }));
  expect(rows).toEqual([
    {
      name: 'default: alpha 40, reg 0.1',
      validation: '0.250',
      test: '0.240',
      interval: '0.190–0.290',
    },
    {
      name: 'chosen: alpha 1, reg 10',
      validation: '0.400',
      test: '0.360',
      interval: '0.310–0.410',
    },
  ]);
});

describe('all models', () => {
  const row = (
    id: string,
    [before, after]: [number, number],
    [usual, chosen]: [number, number],
    change: TestChange = { gained: 0, lost: 0, p: 1 },
  ): TunedRow => ({
    id,
    title: id.toUpperCase(),
    tried: before === after ? 1 : 4,
    setting: {},
    chosen: before === after ? '' : 'factors 8',
    validation: { usual: before, chosen: after },
    test: { usual, chosen: sure(chosen), change },
  });
  const rows = [
    row('a', [0.2, 0.2], [0.25, 0.25]),
    row('b', [0.2, 0.3], [0.3, 0.28], { gained: 2, lost: 14, p: 0.004 }),
    row('c', [0.1, 0.4], [0.1, 0.38]),
  ];
  const all = { spec: { data: { seed: 0 } }, k: 10, n: 300, rows, tied: ['b'] };

  test('have a leader, and those that cannot be told from it', () => {
    expect(findingOfAll(all)).toBe(
      'With every model tuned, C leads on the test set with 0.380; B (0.280) cannot be told apart from it',
    );
    expect(findingOfAll({ ...all, tied: [] })).toMatch(
      /0\.380, and no other model is tied with it$/,
    );
    expect(findingOfAll({ ...all, tied: ['a', 'b'] })).toContain('A (0.250) and B (0.280) cannot');
  });

  test('may fall on the test after a rise on validation, and then it is said', () => {
    expect(aboutHarm({ rows, n: 300 })).toBe(
      'A better score on validation is no promise. B, with factors 8, rose from 0.200 to 0.300 there and fell from 0.300 to 0.280 on the test: it lost 14 people and gained 2.',
    );
    expect(aboutHarm({ rows: [rows[0], rows[2]], n: 300 })).toMatch(/lost nothing on the test/);
  });

  test('may have less on the test by chance, and then that is no finding', () => {
    const close = row('d', [0.2, 0.3], [0.41, 0.403], { gained: 6, lost: 8, p: 0.79 });
    expect(aboutHarm({ rows: [rows[0], close], n: 300 })).toBe(
      'No model that gained on validation clearly lost on the test. D, with factors 8, found 2 of 300 people fewer there than with its defaults, as it gained 6 and lost 8: that may well be chance.',
    );
    expect(aboutHarm({ rows: [rows[1], close], n: 300 })).toMatch(
      /^A better score .* gained 2\. D, with .* may well be chance\.$/,
    );
    // Of many comparisons some come out uneven by chance: each is corrected for all of them.
    const many = Array.from({ length: 12 }, () => row('c', [0.1, 0.4], [0.1, 0.38]));
    expect(aboutHarm({ rows: [rows[1], ...many], n: 300 })).toMatch(/may well be chance\.$/);
  });

  test('were allowed the same, but for those that have nothing to set', () => {
    expect(aboutBudget(rows)).toBe(
      'Each model was allowed 4 settings, its defaults among them; A has none.',
    );
    expect(aboutBudget([rows[1]])).toBe(
      'Each model was allowed 4 settings, its defaults among them.',
    );
  });

  test('show what the choice changed', () => {
    expect(
      rowsOfAll(rows).map(({ chosen, validation, test }) => [chosen, validation, test]),
    ).toEqual([
      ['has no settings', '0.200', '0.250'],
      ['factors 8', '0.200 → 0.300', '0.300 → 0.280'],
      ['factors 8', '0.100 → 0.400', '0.100 → 0.380'],
    ]);
  });
});
