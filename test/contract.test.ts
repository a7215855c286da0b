import { describe, expect, test } from 'vitest';
import { brokenModels, sound } from './support/broken.ts';
import { laws } from './support/contract.ts';
import type { Law } from './support/contract.ts';
import { subjects } from './support/subjects.ts';
import type { Subject } from './support/subjects.ts';

/** The sentences of the laws that a model breaks. */
function brokenLaws(subject: Subject, some: readonly Law[]): string[] {
  return some
    .filter(({ holds }) => {
      try {
        holds(subject);
        return false;
      } catch {
        return true;
      }
    })
    .map(({ sentence }) => sentence);
}

for (const subject of subjects) {
  describe(subject.name, () => {
    for (const { sentence, holds } of laws) {
      test(sentence, () => {
        holds(subject);
      });
    }
  });
}

describe('the laws themselves', () => {
  test('let a plain, sound model pass', () => {
    expect(brokenLaws(sound, laws)).toEqual([]);
  });

  for (const { does, caught, subject } of brokenModels) {
    test(`catch a model that ${does}`, () => {
      const some = laws.filter(({ sentence }) => sentence.includes(caught));
      expect(some.length, caught).toBeGreaterThan(0);
      expect(brokenLaws(subject, some)).toEqual(some.map(({ sentence }) => sentence));
    });
  }

  test('each have a model that breaks them', () => {
    const tried = laws.filter(({ sentence }) =>
      brokenModels.some(({ caught }) => sentence.includes(caught)),
    );
    const untried = laws.filter((law) => !tried.includes(law)).map(({ sentence }) => sentence);
    expect(untried).toEqual(['one user with one item is a log']);
  });
});
