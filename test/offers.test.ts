// Filtered lists, scores of strangers, and items like an item: what every model that offers them must give.
import { describe, expect, test } from 'vitest';
import { bookLog } from '../.vitepress/run/bookLog.ts';
import {
  buildMatrix,
  cosine,
  ImplicitALS,
  recallAtK,
  recommendBatch,
  rowOf,
  similarItems,
  topK,
} from '../code/recsys.ts';
import type { Factors, ListOptions, Recommender } from '../code/recsys.ts';
import { models } from '../code/models.ts';
import { range } from './support/logs.ts';

const data = bookLog({ seed: 4, nUsers: 60, nItems: 70, nInter: 2500 });
const { train, nUsers, nItems, test: hidden } = data;
const fitted = models.map((entry): [string, Recommender] => [
  entry.id,
  entry.fit(data, entry.defaults),
]);
const R = buildMatrix(train, nUsers, nItems);

/** Something that can be read but once. */
function* once(items: readonly number[]) {
  yield* items;
}

describe.for(fitted)('%s', ([, model]) => {
  const users = range(nUsers);
  const some = range(nItems).filter((i) => i % 3 === 0);

  test('gives, one by one and in a batch, the full list less what is ruled out', () => {
    const shapes: readonly (readonly [(i: number) => boolean, () => ListOptions])[] = [
      [(i) => i % 3 !== 0, () => ({ exclude: once(some) })],
      [(i) => i % 3 === 0, () => ({ only: once(some) })],
      [(i) => i % 3 === 0 && i > 9, () => ({ only: once(some), exclude: new Set(range(10)) })],
      [() => false, () => ({ only: [] })],
      [() => true, () => ({ exclude: [] })],
    ];
    for (const [isAllowed, options] of shapes) {
      const batch = recommendBatch(model, users, 7, options());
      for (const user of users) {
        const promised = model.recommend(user, nItems).filter(isAllowed).slice(0, 7);
        expect(model.recommend(user, 7, options())).toEqual(promised);
        const list = batch.subarray(user * 7, user * 7 + 7);
        expect([...list]).toEqual([...promised, ...Array<number>(7 - promised.length).fill(-1)]);
      }
    }
  });

  test('leaves out in a batch what each user must not be shown', () => {
    const exclude = (user: number) => range(nItems).filter((i) => (i + user) % 2 === 0);
    const batch = recommendBatch(model, users, 5, { exclude });
    for (const user of users) {
      const list = [...batch.subarray(user * 5, user * 5 + 5)].filter((i) => i >= 0);
      expect(list).toEqual(model.recommend(user, 5, { exclude: exclude(user) }));
    }
  });
});

const personal = fitted.filter(([, model]) => 'foldIn' in model);

test('every personal model scores strangers', () => {
  const wanted = models.filter(({ personal: isPersonal }) => isPersonal).map(({ id }) => id);
  expect(personal.map(([id]) => id)).toEqual(wanted);
});

describe.for(personal)('a stranger with the items of a user, to %s', ([id, model]) => {
  const foldIn = (items: Iterable<number>) => model.foldIn?.(items) ?? new Float64Array();

  test('is told as much as that user', () => {
    const lists = new Map(
      [...hidden.keys()].map((user) => {
        const seen = rowOf(R, user);
        return [user, topK(foldIn(seen), seen, 10)];
      }),
    );
    const known = new Map([...hidden.keys()].map((user) => [user, model.recommend(user, 10)]));
    const recall = recallAtK(lists, hidden, 10);
    expect(recall).toBeGreaterThan(0.75 * recallAtK(known, hidden, 10));
  });

  if (id === 'item-item-cf' || id === 'ease') {
    test('has the very scores of that user', () => {
      for (const user of range(nUsers)) expect(foldIn(rowOf(R, user))).toEqual(model.scores(user));
    });
  }
});

test('the row of a stranger is the solution that the function foldIn gives', () => {
  const als = new ImplicitALS({ factors: 4, iters: 3, reg: 2, alpha: 5 }).fit(
    train,
    nUsers,
    nItems,
  );
  const scores = als.foldIn([3, 9, 14]);
  const x = als.foldIn([14, 9, 3, 3]);
  expect(x).toEqual(scores);
  expect(als.foldIn([])).toEqual(new Float64Array(nItems));
});

/** Of the factors of a factor model. */
function cosinesOf(model: Recommender, item: number): Float64Array {
  const rows = (model as Recommender & Factors).itemFactors
    .to2DArray()
    .map((row) => Float64Array.from(row));
  return Float64Array.from(rows, (row) => cosine(rows[item], row));
}

describe('items like an item', () => {
  const similar = fitted.filter(([, model]) => 'similarity' in model || 'itemFactors' in model);

  test.for(similar)('are those with the highest similarity, without itself: %s', ([, model]) => {
    for (const item of range(nItems)) {
      const scores = model.similarity?.(item) ?? cosinesOf(model, item);
      const sorted = range(nItems)
        .filter((i) => i !== item)
        .sort((a, b) => scores[b] - scores[a] || a - b);
      expect(similarItems(model, item, 4)).toEqual(sorted.slice(0, 4));
      expect(similarItems(model, item, 999)).toEqual(sorted);
    }
  });

  test('are, to a factor model, those whose factors point the same way', () => {
    const als = new ImplicitALS({ factors: 4, iters: 3 }).fit(train, nUsers, nItems);
    const rows = als.itemFactors.to2DArray().map((row) => Float64Array.from(row));
    const cosines = rows.map((row) => cosine(rows[5], row));
    const [first, ...rest] = similarItems(als, 5, nItems);
    expect(rest).toHaveLength(nItems - 2);
    expect(cosines[first]).toBe(Math.max(...cosines.filter((_, i) => i !== 5)));
  });

  test('of one genre come first where features are compared', () => {
    const [, model] = fitted.find(([id]) => id === 'content-based') ?? [];
    if (!model) throw new Error('there is no content-based model');
    const { itemFeats } = data;
    const genre = (i: number) => itemFeats.getRow(i).indexOf(Math.max(...itemFeats.getRow(i)));
    const same = range(nItems).map((i) =>
      similarItems(model, i, 1).every((j) => genre(j) === genre(i)),
    );
    expect(same.filter(Boolean).length).toBeGreaterThan(0.8 * nItems);
  });
});
