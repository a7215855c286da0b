import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceField,
  dataField,
  defaultsOf,
  isAllowed,
  kField,
  optionFields,
  userField,
} from '../../.vitepress/kit/fields.ts';
import { formatQuery, noteOf, ownPart, parseQuery } from '../../.vitepress/kit/urlState.ts';
import { allFacts } from '../../.vitepress/run/prepare.ts';

const als = allFacts().find(({ id }) => id === 'implicit-als');
if (!als) throw new Error('The catalogue has no implicit-als.');
const fields = [
  userField(300, 17),
  kField(10),
  ...optionFields(als),
  dataField(0),
  choiceField('metric', 'Metric', ['recall', 'ndcg']),
];
const usual = defaultsOf(fields);

test('only what differs from the default stands in the query', () => {
  expect(formatQuery(fields, usual)).toBe('');
  const values = { ...usual, alpha: 1, reg: 10, user: 5, seed: 3, metric: 1 };
  expect(formatQuery(fields, values)).toBe('?user=5&reg=10&alpha=1&seed=3&metric=ndcg');
});

test('what was written is read again, whatever the values', () => {
  const anyValues = fc.record(
    Object.fromEntries(
      fields.map((f) => [
        f.name,
        f.integer
          ? fc.integer({ min: f.min, max: f.max })
          : fc.double({ min: f.min, max: f.max, noNaN: true }),
      ]),
    ),
  );
  fc.assert(
    fc.property(anyValues, (values) => {
      const { values: read, ignored } = parseQuery(fields, formatQuery(fields, values));
      expect({ ...usual, ...read }).toEqual(values);
      expect(ignored).toEqual([]);
    }),
  );
});

describe('nonsense is ignored value by value, and the rest is read', () => {
  const nonsense = [
    'alpha=NaN',
    'alpha=-1',
    'alpha=1e999',
    'alpha=Infinity',
    'alpha=',
    'alpha',
    'alpha=0x10',
    'alpha=1,5',
    'alpha=1&alpha=2',
    'alpha[]=1',
    'alpha=%00',
    'alpha=%E0%A4%A',
    'alpha=<script>alert(1)</script>',
    `alpha=${'9'.repeat(10000)}`,
    `${'x'.repeat(10000)}=1`,
    'user=300',
    'user=1.5',
    'metric=1',
    'metric=__proto__',
    '__proto__=1',
    'constructor=1',
    '=1',
  ];
  test.for(nonsense)('%s', (text) => {
    const { values, ignored } = parseQuery(fields, `?${text}&k=5`);
    expect(values).toEqual({ k: 5 });
    expect(ignored).toHaveLength(1);
    expect(noteOf(ignored).length).toBeLessThan(200);
  });
});

test('no query whatever makes it fail or gives a value that no control can hold', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('', '?', '?alpha=', '?k=', '?user='),
      (text, start) => {
        const { values } = parseQuery(fields, start + text);
        for (const [name, value] of Object.entries(values)) {
          const field = fields.find((f) => f.name === name);
          expect(field && isAllowed(field, value)).toBe(true);
        }
      },
    ),
  );
});

test('the note names three ignored values and counts the others', () => {
  expect(noteOf([])).toBe('');
  expect(noteOf(['a', 'b', 'c', 'd', 'e'])).toMatch(/: a, b, c and 2 more\.$/);
});

describe('a second demo on the page', () => {
  const guest = [
    { ...dataField(0), name: 'tune.data' },
    { ...choiceField('tune.factors', 'Factors', ['4', '8', '16']), default: 1 },
  ];
  const both = '?alpha=1&tune.data=3&k=5&tune.factors=16';

  test('reads what begins with its name, and the first reads the rest', () => {
    expect(parseQuery(guest, both)).toEqual({
      values: { 'tune.data': 3, 'tune.factors': 2 },
      ignored: [],
    });
    expect(parseQuery(fields, both)).toEqual({ values: { alpha: 1, k: 5 }, ignored: [] });
  });

  test('leaves alone what is not its own, and so does the first', () => {
    expect(formatQuery(guest, { 'tune.data': 4, 'tune.factors': 1 }, both)).toBe(
      '?tune.data=4&alpha=1&k=5',
    );
    expect(formatQuery(guest, defaultsOf(guest), both)).toBe('?alpha=1&k=5');
    expect(formatQuery(fields, { ...usual, k: 7 }, both)).toBe('?k=7&tune.data=3&tune.factors=16');
    expect(formatQuery(fields, usual, both)).toBe('?tune.data=3&tune.factors=16');
  });

  test('changes its own part alone', () => {
    const other = formatQuery(fields, { ...usual, k: 7 }, both);
    expect(ownPart(guest, other)).toBe(ownPart(guest, both));
    expect(ownPart(fields, other)).not.toBe(ownPart(fields, both));
    expect(ownPart(guest, '')).toBe('');
  });

  test('notes the nonsense that bears its name; other dots are the first one’s nonsense', () => {
    const nonsense = '?tune.data=-1&tune.x=1&tune.factors=5&a.b=1';
    expect(parseQuery(guest, nonsense)).toEqual({
      values: {},
      ignored: ['tune.data=-1', 'tune.x', 'tune.factors=5'],
    });
    expect(parseQuery(fields, nonsense)).toEqual({ values: {}, ignored: ['a.b'] });
  });
});
