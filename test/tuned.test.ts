import { describe, expect, test } from 'vitest';
import { oracle } from '../code/evaluation/leaderboard.ts';
import {
  entriesWith,
  searchBudget,
  settingsToTry,
  tunable,
  tunedEntry,
  tunedId,
} from '../code/evaluation/tuned.ts';
import { findModel, models, syntheticDataset } from '../code/models.ts';
import { someTuned } from './support/tuned.ts';

describe('what is tried when all models are tuned', () => {
  test('is as much for every model that has settings', () => {
    expect(tunable.length).toBeGreaterThan(0);
    for (const entry of tunable) expect(settingsToTry(entry), entry.id).toHaveLength(searchBudget);
    for (const entry of models.filter((model) => !tunable.includes(model))) {
      // A seed is no setting: another one is another draw.
      expect(Object.keys(entry.ranges).filter((name) => name !== 'seed')).toEqual([]);
      expect(settingsToTry(entry)).toEqual([{}]);
    }
  });

  test.each(tunable.map((entry) => [entry.title, entry] as const))(
    'of %s has its defaults, each setting once, and nothing that its controls could not hold',
    (_, entry) => {
      const { search, ranges, defaults } = entry;
      const settings = settingsToTry(entry);
      const names = Object.keys(search);
      expect(settings).toContainEqual(
        Object.fromEntries(names.map((name) => [name, defaults[name]])),
      );
      expect(new Set(settings.map((setting) => JSON.stringify(Object.values(setting)))).size).toBe(
        settings.length,
      );
      for (const name of names) {
        const { min, max, orAll } = ranges[name];
        for (const value of search[name]) {
          expect((value >= min && value <= max) || (orAll && value === Infinity)).toBe(true);
        }
      }
    },
  );
});

describe('a tuned model', () => {
  const data = syntheticDataset({ nUsers: 30, nItems: 20, nInter: 400 });
  const entry = findModel('item-item-cf');
  const setting = { neighbours: 3, shrink: 5 };
  const tuned = tunedEntry(entry, setting);

  test('is fitted with the settings that were found, and others go before them', () => {
    expect(tuned.fit(data).scores(4)).toEqual(entry.fit(data, setting).scores(4));
    expect(tuned.fit(data, { shrink: 0 }).scores(4)).toEqual(
      entry.fit(data, { neighbours: 3, shrink: 0 }).scores(4),
    );
    expect(tuned.defaults).toEqual({ ...entry.defaults, ...setting });
    expect([tuned.id, tuned.title]).toEqual([tunedId(entry.id), `${entry.title}, tuned`]);
  });

  test('stands in a comparison beside the model as it comes, before the oracle', () => {
    const ids = entriesWith(someTuned).map(({ id }) => id);
    const again = Object.keys(someTuned).map(tunedId);
    expect(ids).toEqual([...models.map(({ id }) => id), ...again, oracle.id]);
    expect(entriesWith({}).map(({ id }) => id)).toEqual([...models.map(({ id }) => id), oracle.id]);
  });
});
