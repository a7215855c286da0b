// Progress as a file: what was saved comes back, and whatever else is chosen is refused with its reason.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  longest,
  progressFile,
  readProgressFile,
  sayTaken,
} from '../../../.vitepress/reader/learning/progressFile.ts';

const known = { exercises: ['bpr-1', 'bpr-2', 'start-1'], questions: ['bpr', 'start'] };
const kept = { solved: ['start-1', 'bpr-2'], said: { bpr: 2, start: 0 }, opened: ['start', 'bpr'] };
const fileWith = (fields: object): string =>
  JSON.stringify({ ...(JSON.parse(progressFile(kept)) as object), ...fields });

test('what was saved comes back', () => {
  expect(readProgressFile(progressFile(kept), known)).toEqual({
    solved: ['bpr-2', 'start-1'],
    said: kept.said,
    opened: ['bpr', 'start'],
    unknown: 0,
  });
});

test('the same progress is the same file, whatever came first', () => {
  const other = { ...kept, solved: kept.solved.toReversed(), opened: kept.opened.toReversed() };
  expect(progressFile(other)).toBe(progressFile(kept));
});

describe('is refused, with its reason:', () => {
  test.for([
    ['what is no JSON', 'solved: all', /read as JSON/],
    ['nothing', '', /read as JSON/],
    ['a list', '[]', /not a file of progress of this book/],
    ['null', 'null', /not a file of progress of this book/],
    ['JSON of another program', '{"version": 1}', /not a file of progress of this book/],
    ['a later version', fileWith({ version: 2 }), /version 2; this edition reads version 1/],
    ['no list of exercises', fileWith({ solved: 'bpr-1' }), /“solved” is not a list of names/],
    ['exercises that are no names', fileWith({ solved: [1] }), /“solved” is not a list/],
    ['no answers', fileWith({ said: [1] }), /“said” does not name answers/],
    ['an answer that is no place', fileWith({ said: { bpr: 1.5 } }), /not a place in a list/],
    ['an answer below 0', fileWith({ said: { bpr: -1 } }), /not a place in a list/],
    ['an answer that is text', fileWith({ said: { bpr: '1' } }), /not a place in a list/],
    ['no list of questions', fileWith({ opened: {} }), /“opened” is not a list of names/],
    ['far too much', fileWith({ more: 'x'.repeat(longest) }), /too long/],
  ] as const)('%s', ([, text, why]) => {
    expect(() => readProgressFile(text, known)).toThrow(why);
  });
});

test('names that this edition does not know are left out, and counted', () => {
  const text = fileWith({
    solved: ['bpr-1', 'bpr-1', 'bpr-99', '<img src=x onerror=alert(1)>'],
    said: { bpr: 1, elsewhere: 3 },
    opened: ['start', 'constructor'],
  });
  expect(readProgressFile(text, known)).toEqual({
    solved: ['bpr-1'],
    said: { bpr: 1 },
    opened: ['start'],
    unknown: 4,
  });
});

test('a name that means something to the language is a name like any other', () => {
  const text = fileWith({}).replace('"bpr":2', '"__proto__":2,"constructor":3');
  const read = readProgressFile(text, known);
  expect(read.said).toEqual({ start: 0 });
  expect(Object.getPrototypeOf(read.said)).toBe(Object.prototype);
  expect(read.unknown).toBe(2);
});

test('whatever JSON is chosen, it is read as progress of known names or refused with a sentence', () => {
  fc.assert(
    fc.property(
      fc.record({ solved: fc.jsonValue(), said: fc.jsonValue(), opened: fc.jsonValue() }),
      (fields) => {
        let read: ReturnType<typeof readProgressFile>;
        try {
          read = readProgressFile(fileWith(fields), known);
        } catch (error) {
          expect((error as Error).message).toMatch(/^It is .*\.$/);
          return;
        }
        expect(read.solved.every((id) => known.exercises.includes(id))).toBe(true);
        expect(Object.keys(read.said).every((id) => known.questions.includes(id))).toBe(true);
        expect(read.opened.every((id) => known.questions.includes(id))).toBe(true);
      },
    ),
  );
});

test('what a file has added is said, and what it did not know', () => {
  const before = { solved: ['bpr-2'], said: { bpr: 1 }, opened: [] };
  expect(sayTaken(before, { ...kept, unknown: 0 })).toBe(
    'Loaded: 1 exercise and 1 prediction that were not here. What was here has stayed.',
  );
  expect(sayTaken({ solved: [], said: {}, opened: [] }, { ...kept, unknown: 1 })).toBe(
    'Loaded: 2 exercises and 2 predictions that were not here. What was here has stayed. 1 entry is unknown to this edition.',
  );
});
