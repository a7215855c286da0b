import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findModel, models, syntheticDataset, withTruth } from '../code/models.ts';
import type { FitProgress } from '../code/models.ts';
import { makeSynthetic, trainTestSplitLast } from '../code/recsys.ts';
import { compileAs } from './support/compiler.ts';
import { range } from './support/logs.ts';
import { root } from './support/site.ts';
import { subjectOf } from './support/subjects.ts';

const small = { nUsers: 12, nItems: 15, nInter: 120 };
const data = syntheticDataset(small);

describe('the catalogue', () => {
  test('has every file of a further model, and every model once', () => {
    const files = readdirSync(join(root, 'code/models')).map((file) => file.replace(/\.ts$/, ''));
    const ids = models.map(({ id }) => id);
    const parts = ['entry', 'seven'];
    expect(files.filter((file) => !parts.includes(file) && !ids.includes(file))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names each class, once', () => {
    for (const entry of models) expect(entry.Class.name).toBe(entry.name);
    expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
  });

  test('finds a model by its id, and says which ids there are', () => {
    for (const entry of models) expect(findModel(entry.id)).toBe(entry);
    const ids = models.map(({ id }) => id).join(', ');
    expect(() => findModel('svd')).toThrow(`one of ${ids}, got "svd"`);
  });
});

describe.for(models)('the entry of $name', (entry) => {
  test('says what it is in one line, and where it comes from', () => {
    expect(entry.title).not.toBe('');
    expect(entry.summary).toMatch(/^[A-Z][^\n]{10,79}\.$/);
    if (entry.paper) {
      expect(entry.paper.url).toMatch(/^https:\/\/doi\.org\/10\.\d{4,}\//);
      expect(entry.paper.cite).toMatch(/ \d{4}$/);
    }
  });

  test("has the class's own defaults", () => {
    expect(entry.defaults).toBe(entry.Class.defaults);
  });

  test('has for every hyperparameter a range that holds its default', () => {
    expect(Object.keys(entry.ranges)).toEqual(Object.keys(entry.defaults));
    for (const [name, range] of Object.entries(entry.ranges)) {
      const { min, max, step, scale, label, help, orAll } = range;
      const value = entry.defaults[name];
      expect(min < max && step > 0, name).toBe(true);
      const isAll = orAll === true && value === Infinity;
      const isWithin = value >= min && value <= max;
      expect(isAll || isWithin, `${name}: ${value} in ${min} to ${max}`).toBe(true);
      if (scale === 'log') expect(min).toBeGreaterThan(0);
      else expect(Number.isInteger((value - min) / step), `${name} on a stop`).toBe(true);
      expect(label).toMatch(/^[A-Z]/);
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('can be fitted at both ends of every range', () => {
    for (const [name, { min, max }] of Object.entries(entry.ranges)) {
      for (const value of [min, max]) {
        const model = entry.fit(data, { [name]: value });
        for (const user of data.test.keys()) {
          expect(Array.from(model.scores(user)).every(Number.isFinite)).toBe(true);
          expect(model.recommend(user, 5).length).toBeLessThanOrEqual(5);
        }
      }
    }
  });

  test('fits the very model that the class makes', () => {
    const subject = subjectOf(entry);
    const model = subject.create(entry.defaults);
    if (!entry.features) {
      subject.fit(model, data.train, data.nUsers, data.nItems);
      const fitted = entry.fit(data);
      for (const user of range(data.nUsers)) {
        expect(fitted.scores(user)).toEqual(model.scores(user));
      }
    }
    expect(entry.fit(data)).toBeInstanceOf(entry.Class);
  });

  test('says what it can do: explain, take factors, fold in', () => {
    const model = entry.fit(data);
    expect('explain' in model).toBe(entry.explains);
    expect('itemFactors' in model).toBe(entry.factors);
    expect('foldIn' in model).toBe(entry.foldsIn);
  });

  test('reads its options', () => {
    const before = entry.fit(data).scores(0);
    for (const [name, { min, max }] of Object.entries(entry.ranges)) {
      const value = entry.defaults[name] === min ? max : min;
      expect(entry.fit(data, { [name]: value }).scores(0), name).not.toEqual(before);
    }
  });

  test('tells of each step, if it learns in steps', () => {
    const told: FitProgress[] = [];
    entry.fit(data, {}, (progress) => told.push(progress));
    const total = entry.defaults['iters'] ?? entry.defaults['epochs'] ?? 0;
    expect(told.map(({ step }) => step)).toEqual(range(total).map((n) => n + 1));
    expect(told.every((p) => p.total === total && Number.isFinite(p.value))).toBe(true);
    expect(entry.curve !== null).toBe(total > 0);
  });
});

describe('the synthetic dataset', () => {
  test('is the synthetic log with the last event of each user held out', () => {
    const { interactions, probabilities, ...facts } = makeSynthetic(small);
    const parts = trainTestSplitLast(interactions, facts.nUsers);
    const { probabilities: chances, ...rest } = data;
    expect(rest).toEqual({ ...parts, ...facts });
    expect(chances?.(3)).toEqual(probabilities(3));
  });

  test('can hold out the last new item in its place', () => {
    const { interactions, nUsers } = makeSynthetic(small);
    const parts = trainTestSplitLast(interactions, nUsers, { holdOut: 'last-new' });
    expect(parts.train.length).toBeLessThan(data.train.length);
    expect(syntheticDataset(small, { holdOut: 'last-new' })).toMatchObject(parts);
  });
});

describe('a made-up log whose taste drifts', () => {
  const log = makeSynthetic({ ...small, drift: 2 });

  test('has the truth of the time when the test item was taken', () => {
    for (const holdOut of ['last', 'last-new'] as const) {
      const { test: held, probabilities } = syntheticDataset({ ...small, drift: 2 }, { holdOut });
      for (const [user, item] of held) {
        const own = log.interactions.filter(([u, i]) => u === user && i === item);
        const [, , time] = holdOut === 'last' ? own[own.length - 1] : own[0];
        expect(probabilities?.(user)).toEqual(log.probabilities(user, time));
      }
    }
  });

  test('has that of its end for a user without a test', () => {
    const { interactions, nUsers, nItems } = log;
    const split = trainTestSplitLast(interactions, nUsers);
    split.test.delete(2);
    const data = withTruth(log, split);
    expect(data.probabilities?.(2)).toEqual(log.probabilities(2, interactions.length));
    expect(data).toMatchObject({ ...split, nUsers, nItems, itemFeats: log.itemFeats });
  });
});

describe('a hyperparameter in the catalogue', () => {
  const path = 'code/models/seven.ts';
  const text = readFileSync(join(root, path), 'utf8');
  const edited = (from: string, to: string): string => {
    expect(text.split(from)).toHaveLength(2);
    return text.replace(from, to);
  };

  test('that the class has compiles', () => {
    expect(compileAs(path, text)).toEqual([]);
  });

  test('that is misspelt does not compile', () => {
    const messages = compileAs(path, edited('    lr: {', '    rate: {'));
    expect(messages.join()).toMatch(/'rate' does not exist/);
  });

  test('that is missing does not compile', () => {
    const messages = compileAs(
      path,
      edited(
        'ranges: { halfLife: halfLifeRange },\n  search: { halfLife: halfLifeSearch },\n  fit: ({ train, nUsers',
        'ranges: {},\n  search: { halfLife: halfLifeSearch },\n  fit: ({ train, nUsers',
      ),
    );
    expect(messages.join()).toMatch(/'halfLife' is missing/);
  });

  test('that the class does not have does not compile', () => {
    const messages = compileAs(
      path,
      edited('ranges: { seed: seedRange }', 'ranges: { seed: seedRange, factors: factorsRange }'),
    );
    expect(messages.join()).toMatch(/'factors' does not exist/);
  });
});
