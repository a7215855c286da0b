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
} from '../../../.vitepress/theme/composables/fields.ts';
import { formatQuery, noteOf, parseQuery } from '../../../.vitepress/theme/composables/urlState.ts';
import { allFacts } from '../../../.vitepress/theme/data/prepare.ts';

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
