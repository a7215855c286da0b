// The checks themselves: each can fail, and only where it should; and the report tells the truth.
// That the models of the book pass is told in contract.test.ts.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assertRecommender,
  checkRecommender,
  recommenderChecks,
} from '../code/checks/checkRecommender.ts';
import type {
  CheckName,
  CheckOptions,
  CheckResult,
  RecommenderReport,
} from '../code/checks/checkRecommender.ts';
import { kinds } from '../code/checks/cases.ts';
import type { Case, CaseLog, Kind } from '../code/checks/cases.ts';
import { Popularity, Random } from '../code/recsys.ts';
import { brokenModels, Plain } from './support/broken/index.ts';
import type { BrokenModel } from './support/broken/plain.ts';
import { soundOffer } from './support/broken/offers.ts';
import { itemsOf, range } from './support/logs.ts';
import { inTier } from './support/tier.ts';

const names = recommenderChecks.map(({ name }) => name);

/** Checks that need a claim that a plain model does not make. */
const unclaimed: readonly CheckName[] = [
  'another seed',
  'settings once',
  'settings untouched',
  'broken off',
  'cold scores',
  'exclude',
  'only',
  'stranger',
  'likeness',
];

function those(report: RecommenderReport, status: CheckResult['status']): CheckName[] {
  return report.checks.filter((check) => check.status === status).map(({ name }) => name);
}

function checkBroken(does: string, options: CheckOptions<Plain> = {}): RecommenderReport {
  const found = brokenModels.find((model) => model.does === does);
  if (!found) throw new Error(`there is no model that ${does}`);
  return checkRecommender(found.make, { ...found.claims, ...options });
}

/** The result of one check of a broken model. */
function resultOf(does: string, name: CheckName): CheckResult {
  return checkBroken(does, { only: [name] }).checks[0];
}

describe('the checks', () => {
  test('are 59, each with a name of its own and a sentence', () => {
    expect(names).toHaveLength(59);
    expect(new Set(names).size).toBe(names.length);
    const sentences = recommenderChecks.map(({ sentence }) => sentence);
    expect(new Set(sentences).size).toBe(names.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\w[^\n]+[^.]\.$/);
  });

  test('let a plain, sound model pass', () => {
    const runs = inTier(100, 1000);
    const report = checkRecommender(() => new Plain(), { runs });
    expect(those(report, 'failed')).toEqual([]);
    expect(those(report, 'skipped')).toEqual(unclaimed);
    for (const check of report.checks) {
      if (check.status === 'passed') expect(check.runs, check.name).toBe(runs);
    }
  });

  test('let a sound model pass that offers all there is', () => {
    const report = checkRecommender(soundOffer, { filters: true, runs: 50 });
    expect(those(report, 'failed')).toEqual([]);
    expect(those(report, 'skipped')).toEqual(unclaimed.slice(0, 5));
  });

  test('each have a model that no other check catches', () => {
    const alone = new Set(
      brokenModels.filter(({ caught }) => caught.length === 1).map(({ caught }) => caught[0]),
    );
    expect(names.filter((name) => !alone.has(name))).toEqual([]);
  });
});

describe.for(brokenModels)('a model that $does', ({ make, claims, caught }: BrokenModel) => {
  test(`is caught by ${caught.join(' and ')}, and by nothing else`, () => {
    const runs = inTier(50, 100);
    const report = checkRecommender(make, { ...claims, runs });
    expect(those(report, 'failed')).toEqual(caught);
    for (const check of report.checks) {
      if (check.status === 'passed') expect(check.runs, check.name).toBe(runs);
    }
  });
});

describe('what is skipped', () => {
  const reasonOf = (report: RecommenderReport, name: CheckName): string => {
    const check = report.checks.find((one) => one.name === name);
    return check?.status === 'skipped' ? check.reason : '';
  };

  test('is what a model does not claim, and the reason says so', () => {
    const report = checkRecommender(() => new Plain(), { only: unclaimed });
    expect(report.checks.map(({ status }) => status)).toEqual(unclaimed.map(() => 'skipped'));
    expect(reasonOf(report, 'cold scores')).toBe('the model is not personal');
    expect(reasonOf(report, 'another seed')).toBe('the model has no seed');
    expect(reasonOf(report, 'broken off')).toBe('the model does not report');
    expect(reasonOf(report, 'settings once')).toBe('the model has no settings');
  });

  test('is what the caller takes out, and the reason is theirs', () => {
    const skip = { order: 'it shuffles its lists, as a trial' };
    const report = checkBroken('lists the worst item first', { runs: 20, skip });
    expect(reasonOf(report, 'order')).toBe(skip.order);
    expect(report.failed).toBe(0);
    expect(report.checks.find(({ name }) => name === 'order')?.runs).toBe(0);
  });

  test('is what rests on a check that failed', () => {
    const report = checkBroken('shares one stream of draws between models', { runs: 20 });
    expect(reasonOf(report, 'row order')).toBe("it means nothing where 'same bits' fails");
    expect(those(report, 'failed')).toEqual(['same bits']);
    expect(those(report, 'passed')).toContain('no seen item');
  });

  test('is a check that never found anything to look at', () => {
    const report = checkBroken('gives a Set', { only: ['no duplicate'], runs: 20 });
    const reason = '21 of 21 logs showed nothing: the case did not come up';
    expect(report.checks).toMatchObject([{ status: 'skipped', runs: 0, reason }]);
  });

  test('tells what the model threw, where an earlier check has blamed it already', () => {
    const report = checkBroken('is not written yet', { runs: 20 });
    expect(those(report, 'failed')).toEqual(['any log']);
    expect(reasonOf(report, 'order')).toMatch(
      /^\d+ of \d+ logs showed nothing: fit threw Error: fit is not written yet$/,
    );
  });

  test('is nothing, where the check that blames is left out: the next one does', () => {
    const report = checkBroken('is not written yet', { only: ['order', 'prefix'], runs: 20 });
    expect(report.checks.map(({ status }) => status)).toEqual(['failed', 'skipped']);
  });

  test('never counts as passed: a run that shows nothing is drawn anew', () => {
    // On a third of the logs, this model has nothing to say.
    const report = checkBroken('wants two rows to compare', { only: ['one row', 'order'] });
    expect(report.checks).toMatchObject([
      { status: 'failed' },
      { name: 'order', status: 'passed', runs: 1000 },
    ]);
  });
});

describe('a check that failed', () => {
  test('teaches: the promise, the smallest log that breaks it, what came', () => {
    const result = resultOf('begins with what the user took before', 'no seen item');
    expect(result).toMatchObject({
      status: 'failed',
      counterexample: { rows: [[0, 0, 0]], nUsers: 1, nItems: 2 },
      seed: 0,
    });
    expect(result.status === 'failed' && result.message).toBe(
      [
        'no seen item: What a user has is never recommended to them.',
        '  smallest log: 1 user, 2 items, rows [user, item, time]: [[0, 0, 0]]',
        '  what came: recommend(0, 1) gave [0], and user 0 has item 0',
        "  to see it again: { only: ['no seen item'], seed: 0, runs: 1000 }",
      ].join('\n'),
    );
  });

  test('shows both logs, where it is about two', () => {
    const result = resultOf('still hides what was seen in an earlier log', 'refit');
    expect(result).toMatchObject({
      counterexample: {
        rows: [[0, 0, 0]],
        nUsers: 1,
        nItems: 1,
        other: { rows: [], nUsers: 1, nItems: 1 },
      },
    });
    expect(result.status === 'failed' && result.message).toMatch(/\n {2}then: 1 user, 1 item, no/);
  });

  test('names the error that a model threw', () => {
    const result = resultOf('wants two rows to compare', 'one row');
    expect(result.status === 'failed' && result.message).toContain(
      'what came: fit threw Error: one row is no log',
    );
  });

  test.for(['no seen item', 'refit', 'huge times', 'bad user'] as const)(
    'can be found again from seed and path (%s)',
    (name) => {
      const model = brokenModels.find(({ caught }) => caught.join() === name);
      const [check] = checkBroken(model?.does ?? '', { only: [name], seed: 7 }).checks;
      if (check.status !== 'failed') throw new Error(check.status);
      const { seed, path, counterexample } = check;
      expect(seed).toBe(7);
      const kind: Partial<Record<CheckName, Kind>> = { refit: 'pairs', 'huge times': 'huge times' };
      const [found] = fc.sample(kinds[kind[name] ?? 'any'], { seed, path, numRuns: 1 });
      const { rows, nUsers, nItems } = found.data;
      expect(counterexample).toMatchObject({ rows, nUsers, nItems });
    },
  );

  test('is found again by what its message says', () => {
    const first = checkBroken('hands out its own scores', { seed: 3, runs: 200 });
    const [failed] = first.checks.filter(({ status }) => status === 'failed');
    const message = failed.status === 'failed' ? failed.message : '';
    expect(message).toContain("{ only: ['own copies'], seed: 3, runs: 200 }");
    const again = checkBroken('hands out its own scores', {
      only: ['own copies'],
      seed: 3,
      runs: 200,
    });
    expect(again.checks).toEqual([failed]);
  });
});

describe('a report', () => {
  const check = (options: CheckOptions<Random>) =>
    checkRecommender((settings) => new Random(settings), { seeded: true, runs: 30, ...options });

  test('depends on the arguments alone', () => {
    expect(check({ seed: 5 })).toEqual(check({ seed: 5 }));
    expect(check({ seed: 5 })).not.toEqual(check({ seed: 6 }));
  });

  test('counts what passed, failed and was skipped, and adds up', () => {
    const report = check({ skip: { 'users renamed': 'draws by id' } });
    for (const status of ['passed', 'failed', 'skipped'] as const) {
      expect(report[status]).toBe(those(report, status).length);
    }
    expect(report.passed + report.failed + report.skipped).toBe(report.checks.length);
    expect(those(report, 'failed')).toEqual(['items renamed']);
    expect(report.checks.map(({ name }) => name)).toEqual(names);
  });

  test('is frozen, with all that it holds', () => {
    const open: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [key, part] of Object.entries(value)) look(part, `${path}.${key}`);
    };
    look(check({}), 'report');
    look(recommenderChecks, 'recommenderChecks');
    expect(open).toEqual([]);
  });

  test('is plain data: a worker can send it', () => {
    const report = check({});
    expect(structuredClone(report)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('holds the checks that were asked for, in their own order', () => {
    const report = check({ only: ['prefix', 'any log', 'prefix'] });
    expect(report.checks.map(({ name }) => name)).toEqual(['any log', 'prefix']);
  });

  test('comes check by check to who listens', () => {
    const heard: [CheckResult, number, number][] = [];
    const report = check({
      only: ['any log', 'order', 'prefix'],
      onCheck: (...news) => heard.push(news),
    });
    expect(heard.map(([result]) => result)).toEqual(report.checks);
    expect(heard.map(([, done, total]) => [done, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('is what assertRecommender turns into an error', () => {
    const sound = checkRecommender(() => new Plain(), { only: ['order'], runs: 5 });
    expect(() => assertRecommender(sound)).not.toThrow();
    const report = checkBroken('starts from what it had, where the sizes are the same', {
      runs: 100,
    });
    expect(() => assertRecommender(report)).toThrow(
      /^2 of 59 checks failed, 48 passed\n\nfit twice/,
    );
    expect(() => assertRecommender(report)).toThrow(/\n\nrefit: .*\n {2}smallest log: /);
    const nothing = checkRecommender(() => new Plain(), { only: ['cold scores'] });
    expect(() => assertRecommender(nothing)).toThrow('0 of 1 checks failed, 0 passed');
  });
});

describe('a model on trial', () => {
  test('meets a thousand logs in a check, and hardly one of them twice', () => {
    const logs: string[] = [];
    checkRecommender(() => new Popularity(), {
      only: ['any log'],
      fit: (model, { train, nUsers, nItems }) => {
        logs.push(JSON.stringify([Array.from(train), nUsers, nItems]));
        return model.fit(train, nUsers, nItems);
      },
    });
    expect(logs).toHaveLength(1000);
    expect(new Set(logs).size).toBeGreaterThan(950);
  });

  test('is given its settings, a fresh copy each time', () => {
    const settings = Object.freeze({ weight: 2 });
    const given = new Set<object>();
    let made = 0;
    checkRecommender(
      (mine) => {
        made++;
        given.add(mine);
        expect(mine.weight).toBe(2);
        return new Plain();
      },
      { settings, runs: 3, only: ['order', 'prefix'] },
    );
    expect(made).toBeGreaterThan(6);
    expect(given.size).toBe(made);
  });

  test('that is one and the same each time is found out', () => {
    const only = new Plain();
    const report = checkRecommender(() => only, { runs: 20 });
    const messages = report.checks.map((c) => (c.status === 'failed' ? c.message : ''));
    expect(messages.join('\n')).toContain('make gave one and the same model twice');
  });

  test('may be fitted in a way of its own, by names that go with the items', () => {
    const seen = new Set<string>();
    checkRecommender(() => new Popularity(), {
      only: ['items renamed', 'one item more'],
      runs: 20,
      fit: (model, { train, nUsers, nItems, names: known }) => {
        expect(known.slice().sort((a, b) => a - b)).toEqual(range(nItems));
        seen.add(known.every((name, i) => name === i) ? 'as they were' : 'dealt anew');
        return model.fit(train, nUsers, nItems);
      },
    });
    expect(Array.from(seen).sort()).toEqual(['as they were', 'dealt anew']);
  });
});

describe('bad arguments are errors that name argument and value', () => {
  const good = () => new Plain();
  const call = (make: unknown, options?: unknown) => () =>
    checkRecommender(make as typeof good, options as CheckOptions<Plain>);

  test.for<[string, () => unknown, ErrorConstructor, RegExp]>([
    ['no function', call(5), TypeError, /: make must be a function .*, got 5$/],
    ['no model', call(() => 5), TypeError, /: make must .* scores and recommend, got 5$/],
    [
      'a model without fit',
      call(() => ({ scores: Number, recommend: Number })),
      TypeError,
      /: fit must be a function where the model has no method fit, got undefined$/,
    ],
    ['options', call(good, 5), TypeError, /: options must be an object, got 5$/],
    ['null', call(good, null), TypeError, /: options must be an object, got null$/],
    ['an option', call(good, { run: 5 }), RangeError, /each option .* of fit, .*, got "run"$/],
    ['fit', call(good, { fit: 5 }), TypeError, /: fit must be a function, got 5$/],
    ['personal', call(good, { personal: 1 }), TypeError, /: personal must be a boolean, got 1$/],
    [
      'settings',
      call(good, { settings: null }),
      TypeError,
      /: settings must be an object, got null/,
    ],
    ['runs 0', call(good, { runs: 0 }), RangeError, /: runs must be a positive integer, got 0$/],
    ['runs 2.5', call(good, { runs: 2.5 }), RangeError, /: runs must be a positive.*, got 2\.5$/],
    ['runs "9"', call(good, { runs: '9' }), TypeError, /: runs must be a number, got "9"$/],
    ['seed', call(good, { seed: NaN }), RangeError, /: seed must be an integer, got NaN$/],
    ['onCheck', call(good, { onCheck: [] }), TypeError, /: onCheck must be a function, got \[\]$/],
    ['only', call(good, { only: {} }), TypeError, /: only must be an array .*, got an object$/],
    ['only nothing', call(good, { only: [] }), TypeError, /: only must be .* or more, got \[\]$/],
    [
      'an unknown check in only',
      call(good, { only: ['orders'] }),
      RangeError,
      /: each of only must be the name of a check \(any log, .*\), got "orders"$/,
    ],
    [
      'an unknown check in skip',
      call(good, { skip: { orders: 'because' } }),
      RangeError,
      /: each of skip must be the name of a check \(any log, .*\), got "orders"$/,
    ],
    [
      'a skip without a reason',
      call(good, { skip: { order: ' ' } }),
      TypeError,
      /: skip\['order'\] must be the reason, as text, got " "$/,
    ],
  ])('%s', ([, act, Kind, message]) => {
    expect(act).toThrow(Kind);
    expect(act).toThrow(message);
    expect(act).toThrow(/^checkRecommender: /);
  });
});

describe('the random logs', () => {
  const draw = (kind: Kind): Case[] => fc.sample(kinds[kind], { seed: 1, numRuns: 1000 });
  const timesOf = ({ rows }: CaseLog) => new Set(rows.map(([, , t]) => t));
  const pairsOf = ({ rows }: CaseLog) => new Set(rows.map(([u, i]) => `${u}/${i}`));
  const isHuge = ({ rows }: CaseLog) => rows.some(([, , t]) => Math.abs(t) > 2 ** 52);
  const hasAll = (data: CaseLog, user: number) => itemsOf(data, user).length === data.nItems;
  const users = ({ nUsers }: CaseLog) => range(nUsers);

  test('hold ids and times that may be there, in every kind', () => {
    const fits = ({ rows, nUsers, nItems, names: known }: CaseLog) =>
      known.join() === range(nItems).join() &&
      rows.every(([u, i, t]) => u >= 0 && u < nUsers && i >= 0 && i < nItems && isExact(t));
    const isExact = Number.isSafeInteger;
    for (const kind of Object.keys(kinds) as Kind[]) {
      const wrong = draw(kind).filter(
        ({ data, other, user }) => !fits(data) || !fits(other) || user >= data.nUsers,
      );
      expect(wrong, kind).toEqual([]);
    }
  });

  // What a kind is for is in each of its logs: built, not hoped for.
  const promises: Readonly<Record<Exclude<Kind, 'any' | 'pairs'>, (drawn: Case) => boolean>> = {
    plain: ({ data }) =>
      data.rows.length > 1 &&
      pairsOf(data).size === data.rows.length &&
      timesOf(data).size > 1 &&
      users(data).every((u) => itemsOf(data, u).length > 0 && !hasAll(data, u)),
    repeats: ({ data }) => pairsOf(data).size < data.rows.length,
    'cold user': ({ data, user }) => data.rows.length > 0 && itemsOf(data, user).length === 0,
    'full user': ({ data, user }) => hasAll(data, user),
    'equal times': ({ data }) => data.rows.length > 1 && timesOf(data).size === 1,
    'huge times': ({ data }) =>
      data.rows.length > 1 && data.rows.every(([, , t]) => Math.abs(t) > 9e15),
    'one row': ({ data }) => data.rows.length === 1,
    empty: ({ data }) => data.rows.length === 0,
    'one user': ({ data }) => data.nUsers === 1 && data.rows.length > 1,
    'one item': ({ data }) => data.nItems === 1 && data.rows.length > 1,
    wide: ({ data, user }) =>
      itemsOf(data, user).length > 0 && data.nItems - itemsOf(data, user).length > 10,
  };
  test.for(Object.keys(promises) as (keyof typeof promises)[])(
    'of the kind "%s" are of that kind, all of them',
    (kind) => {
      expect(draw(kind).filter((drawn) => !promises[kind](drawn))).toEqual([]);
    },
  );

  test('are a mix, where no kind is asked for', () => {
    const drawn = draw('any').map(({ data }) => data);
    const share = (is: (data: CaseLog) => boolean) => drawn.filter(is).length / drawn.length;
    expect(share(({ rows }) => rows.length === 0)).toBeGreaterThan(0.03);
    expect(share(({ rows }) => rows.length === 1)).toBeGreaterThan(0.03);
    expect(share(({ nUsers }) => nUsers === 1)).toBeGreaterThan(0.05);
    expect(share(({ nItems }) => nItems === 1)).toBeGreaterThan(0.05);
    expect(share(({ nItems }) => nItems > 64)).toBeGreaterThan(0.02);
    expect(share((data) => pairsOf(data).size < data.rows.length)).toBeGreaterThan(0.2);
    expect(share((data) => data.rows.length > 1 && timesOf(data).size === 1)).toBeGreaterThan(0.02);
    expect(share(isHuge)).toBeGreaterThan(0.08);
    expect(share((data) => users(data).some((u) => itemsOf(data, u).length === 0))).toBeGreaterThan(
      0.2,
    );
    expect(share((data) => users(data).some((u) => hasAll(data, u)))).toBeGreaterThan(0.1);
    const met = ({ rows }: CaseLog) => new Set(rows.map(([, i]) => i)).size;
    expect(share((data) => met(data) < data.nItems)).toBeGreaterThan(0.4);
    const density = (data: CaseLog) => pairsOf(data).size / (data.nUsers * data.nItems);
    expect(share((data) => density(data) > 0.6)).toBeGreaterThan(0.1);
    expect(share((data) => data.rows.length > 0 && density(data) < 0.1)).toBeGreaterThan(0.05);
  });

  test('of two come with the same sizes and with others', () => {
    const same = draw('pairs').filter(
      ({ data, other }) => data.nUsers === other.nUsers && data.nItems === other.nItems,
    );
    expect(same.length).toBeGreaterThan(250);
    expect(same.length).toBeLessThan(600);
  });
});
