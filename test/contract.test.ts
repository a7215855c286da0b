// The models of the book under the checks that a reader can run on their own.
import { describe, expect, test } from 'vitest';
import { recommenderChecks } from '../code/checks/checkRecommender.ts';
import type { CheckName, CheckResult } from '../code/checks/checkRecommender.ts';
import { inTier } from './support/tier.ts';
import { checkSubject, subjects } from './support/subjects.ts';
import type { Subject } from './support/subjects.ts';

/** Random logs for each check. The search for mutants, which does all this many times, sets fewer. */
const runs = Number(process.env.CONTRACT_RUNS ?? inTier(100, 1000));

/** What one check says of a model, its exceptions not excused. */
function tried(subject: Subject, name: CheckName, logs = 1000): CheckResult {
  const [result] = checkSubject(subject, { only: [name], skip: {}, runs: logs }).checks;
  return result;
}

/** The message of a failed check, or the verdict. */
const told = (result: CheckResult): string =>
  result.status === 'failed' ? result.message : result.status;

/** Checks that say nothing about a model, as it claims nothing of the kind. */
function unclaimedBy({ claims, hasOptions, create }: Subject): readonly CheckName[] {
  const model = create();
  const has = (method: 'foldIn' | 'similarity') => typeof model[method] === 'function';
  return [
    ...(claims.seeded ? [] : (['another seed'] as const)),
    ...(hasOptions ? [] : (['settings once', 'settings untouched'] as const)),
    ...(claims.reports ? [] : (['broken off'] as const)),
    ...(claims.personal ? [] : (['cold scores'] as const)),
    ...(has('foldIn') ? [] : (['stranger'] as const)),
    ...(has('similarity') ? [] : (['likeness'] as const)),
  ];
}

describe.for(subjects)('$name', (subject) => {
  const { skip } = subject.claims;
  const silent = unclaimedBy(subject);

  for (const { name, sentence } of recommenderChecks) {
    if (silent.includes(name)) continue;
    const exception = skip[name];
    if (exception) {
      test(`can't promise: ${sentence} For ${exception}`, () => {
        expect(tried(subject, name).status).toBe('failed');
      });
    } else {
      test(sentence, () => {
        const result = tried(subject, name, runs);
        expect(told(result)).toBe('passed');
        expect(result.runs).toBe(runs);
      });
    }
  }

  test('has nothing to show where it claims nothing', () => {
    for (const name of silent) expect(tried(subject, name).status, name).toBe('skipped');
  });
});

describe.for(subjects.filter(({ claims }) => claims.reports))(
  '$name at its defaults',
  (subject) => {
    const defaults: readonly CheckName[] = [
      'any log',
      'user with everything',
      'fit twice',
      'finite scores',
      'order',
      'row order',
    ];
    test.for(defaults)('keeps the promise of "%s"', (name) => {
      const { checks } = checkSubject(subject, { only: [name], settings: {}, runs: runs / 10 });
      expect(checks.map(told)).toEqual(['passed']);
    });
  },
);
