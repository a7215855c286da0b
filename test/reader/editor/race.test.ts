// The race of a model of the reader's own against what the book prints of its models.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { raceOf } from '../../../.vitepress/reader/editor/printedRace.data.ts';
import type { PrintedRace } from '../../../.vitepress/reader/editor/printedRace.data.ts';
import { compareOwn, ownClassOf } from '../../../.vitepress/run/isolated/compare.ts';
import { catalogueOf } from '../../../.vitepress/run/isolated/catalogue.ts';
import * as linked from '../../../.vitepress/run/isolated/linked.ts';
import { datasetOf, runBoard } from '../../../.vitepress/run/jobs/board.ts';
import type { Board } from '../../../.vitepress/run/jobs/board.ts';
import { fitLog, usualSetup } from '../../../code/evaluation/laboratory.ts';
import type { LogStandings } from '../../../code/evaluation/laboratory.ts';
import * as recsys from '../../../code/recsys.ts';
import { Popularity } from '../../../code/recsys.ts';
import { someTuned } from '../../support/tuned.ts';

/** The book with its models counted as they are fitted. */
function counted() {
  const fits = vi.fn();
  const catalogue = catalogueOf(recsys);
  const models = catalogue.models.map((entry) => ({
    ...entry,
    fit: (...args: Parameters<typeof entry.fit>) => {
      fits(entry.id);
      return entry.fit(...args);
    },
  }));
  return { fits, book: { ...linked, ...catalogue, models } };
}

/** As the program takes it from a file of the reader's. */
const Own = ownClassOf({ Popularity });

const now = () => 0;
const silent = () => undefined;

let board: Board;
let logs: LogStandings[];
let race: PrintedRace;
beforeAll(() => {
  const { split, k } = usualSetup;
  if (split !== 'last-new') throw new Error('the laboratory begins with another split');
  const spec = { data: { seed: 0 }, split, k, metric: 'recall', tuned: someTuned } as const;
  board = runBoard(spec, datasetOf(spec));
  logs = [fitLog({ ...usualSetup, tuned: someTuned }, 0)];
  race = raceOf(board, logs);
});

describe('on the log of the book', () => {
  test('nothing of the book is fitted, and every number is the one that a fit would give', () => {
    const { spec, rows: printed } = race;
    const { fits, book } = counted();
    const said: string[] = [];
    const { results } = compareOwn(book, Own, { spec, printed }, now, (words) => said.push(words));
    expect(fits).not.toHaveBeenCalled();
    expect(said).toEqual(['Fitting your model']);

    const fitted = compareOwn(book, Own, { spec }, now, silent).results;
    expect(fits).toHaveBeenCalledTimes(fitted.length);
    expect(results.map(({ id }) => id)).toEqual(fitted.map(({ id }) => id));
    results.forEach((beside, n) => {
      const { id, title, book, yours, difference } = fitted[n];
      expect(beside).toEqual({ id, title, book, yours, difference, same: false });
    });
  });

  test('the models need not be there, and the race is the same', () => {
    const { spec, rows: printed } = race;
    const withModels = compareOwn(counted().book, Own, { spec, printed }, now, silent);
    expect(compareOwn(linked, Own, { spec, printed }, now, silent)).toEqual(withModels);
  });

  test('the printed numbers are those of the board, interval and all', () => {
    const { spec, rows: printed } = race;
    const { results } = compareOwn(counted().book, Own, { spec, printed }, now, silent);
    expect(results.map(({ id }) => id)).toEqual(board.rows.map(({ id }) => id));
    results.forEach(({ book }, n) => {
      const { metrics, coverage, gini } = board.rows[n];
      for (const name of linked.metricNames) {
        const { mean, low, high } = metrics[name];
        expect([book.metrics[name], book.intervals[name]]).toEqual([mean, { low, high }]);
      }
      expect([book.coverage, book.gini]).toEqual([coverage, gini]);
    });
  });
});

test('what the book does not print is fitted, and nothing else', () => {
  const { spec, rows } = race;
  const { fits, book } = counted();
  const printed = rows.filter(({ id }) => id !== 'trending');
  const { results } = compareOwn(book, Own, { spec, printed }, now, silent);
  expect(fits.mock.calls).toEqual([['trending']]);
  expect(results.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('ranks of other people are not taken for those of these', () => {
  const spec = { ...race.spec, data: { seed: 0, nUsers: 40, nItems: 30 } };
  const { fits, book } = counted();
  const { results } = compareOwn(book, Own, { spec, printed: race.rows }, now, silent);
  expect(fits).toHaveBeenCalledTimes(results.length);
  expect(() => compareOwn(linked, Own, { spec, printed: race.rows }, now, silent)).toThrow(
    /^Random is printed for \d+ people, not \d+$/,
  );
});

test('a board and standings that do not belong together are refused', () => {
  const [{ at, ...log }] = logs;
  const others = [{ ...log, at: at.toReversed() }];
  expect(() => raceOf(board, others)).toThrow(/^printedRace: .* has other hits on the board/);
});
