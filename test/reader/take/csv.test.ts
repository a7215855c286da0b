import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, plain } from '../../../.vitepress/reader/take/csv.ts';

test('numbers are written as programs read them, words as they are', () => {
  expect(['18,000', '−0.5', '+0.327', '1,234,567.5', '−12,000', '1e-7', '0.10'].map(plain)).toEqual(
    ['18000', '-0.5', '+0.327', '1234567.5', '-12000', '1e-7', '0.10'],
  );
  expect(['A, B', '1,2', '0.364–0.478', '–', '  30.0\u00a0% ', '12,34,567'].map(plain)).toEqual([
    'A, B',
    '1,2',
    '0.364–0.478',
    '',
    '30.0 %',
    '12,34,567',
  ]);
});

test('rows end as RFC 4180 asks, and are as long as the longest', () => {
  expect(csvOf([['Book', 'n'], ['A'], ['B', '2', 'more']])).toBe('Book,n,\r\nA,,\r\nB,2,more\r\n');
  expect(csvOf([['say "so"', 'a, b', 'two\nlines']])).toBe('"say ""so""","a, b",two lines\r\n');
});

test('a cell that would begin a formula is made harmless, and a number is left', () => {
  const cells = ['=1+1', '+a', '-a', '@sum', '−0.5', '+3', '-3', '+0.1 to +0.2', '=HYPERLINK("x")'];
  expect(csvOf(cells.map((cell) => [cell]))).toBe(
    [
      "'=1+1",
      "'+a",
      "'-a",
      "'@sum",
      '-0.5',
      '+3',
      '-3',
      "'+0.1 to +0.2",
      '"\'=HYPERLINK(""x"")"',
    ].join('\r\n') + '\r\n',
  );
});

/** What RFC 4180 says a reader does. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let rest = csv;
  while (rest !== '') {
    const [all, quoted, bare, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (all === undefined) throw new Error(`not CSV: ${rest}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    rest = rest.slice(all.length);
    if (end !== ',' && rest !== '') rows.push([]);
  }
  return rows;
}

test('whatever the cells hold, a reader finds as many rows and fields, and no formula', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...'= + - @ , " \r \n \t a b 1 . −'.split(' '), ' '),
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const read = parse(csvOf(rows));
      const width = Math.max(...rows.map((row) => row.length));
      expect(read.map((row) => row.length)).toEqual(rows.map(() => width));
      for (const field of read.flat()) {
        if (/^[=+\-@\t\r]/.test(field)) expect(Number(field)).not.toBeNaN();
      }
    }),
  );
});
