// Two groups of users, two groups of items, and each group likes its own. A few squares are left
// white: a model that has understood finds every one of them.
import { describe, expect, test } from 'vitest';
import { models } from '../code/models.ts';
import type { Dataset } from '../code/models.ts';
import { BPR, ImplicitALS, ItemItemCF, Popularity, recallAtK } from '../code/recsys.ts';
import type { Interaction, Recommender } from '../code/recsys.ts';
import { featuresFor, range } from './support/logs.ts';

interface Board {
  readonly rows: Interaction[];
  readonly withheld: Map<number, number>;
  readonly nUsers: number;
  readonly nItems: number;
}

/** User u and item i belong together when both are even or both are odd; one item each is kept back. */
function checkerboard(nUsers: number, nItems: number): Board {
  const rows: Interaction[] = [];
  const withheld = new Map<number, number>();
  for (const u of range(nUsers)) {
    const own = range(nItems).filter((i) => i % 2 === u % 2);
    const kept = own[Math.floor(u / 2) % own.length];
    withheld.set(u, kept);
    for (const i of own) if (i !== kept) rows.push([u, i, rows.length]);
  }
  return { rows, withheld, nUsers, nItems };
}

const finders: readonly { name: string; fit: (board: Board) => Recommender }[] = [
  { name: 'ItemItemCF', fit: (b) => new ItemItemCF().fit(b.rows, b.nUsers, b.nItems) },
  {
    name: 'ImplicitALS with two factors',
    fit: (b) => new ImplicitALS({ factors: 2 }).fit(b.rows, b.nUsers, b.nItems),
  },
  {
    name: 'ImplicitALS with two factors, alpha 1 and reg 1',
    fit: (b) => new ImplicitALS({ factors: 2, alpha: 1, reg: 1 }).fit(b.rows, b.nUsers, b.nItems),
  },
  {
    name: 'BPR with two factors',
    fit: (b) => new BPR({ factors: 2, epochs: 100 }).fit(b.rows, b.nUsers, b.nItems),
  },
  {
    name: 'BPR with its defaults',
    fit: (b) => new BPR({ epochs: 60 }).fit(b.rows, b.nUsers, b.nItems),
  },
];

describe.for([
  [16, 12],
  [40, 20],
  [60, 41],
] as const)('on a board of %s users and %s items', ([nUsers, nItems]) => {
  const board = checkerboard(nUsers, nItems);

  for (const { name, fit } of finders) {
    test(`${name} finds every withheld item at once`, () => {
      const model = fit(board);
      const first = range(nUsers).map((u) => model.recommend(u, 1)[0]);
      expect(first).toEqual(range(nUsers).map((u) => board.withheld.get(u)));
    });
  }

  test('Popularity does not: it knows no groups', () => {
    const model = new Popularity().fit(board.rows, nUsers, nItems);
    const recs = new Map(range(nUsers).map((u) => [u, model.recommend(u, 1)]));
    expect(recallAtK(recs, board.withheld, 1)).toBeLessThan(0.6);
  });

  test.for(models.filter(({ collaborative }) => collaborative))(
    'the catalogue fits $name so that no item of the other group comes before one of the own',
    (entry) => {
      const data: Dataset = {
        train: board.rows,
        test: board.withheld,
        itemFeats: featuresFor(nItems),
        nUsers,
        nItems,
      };
      const few = entry.id === 'implicit-als' ? { factors: 2 } : {};
      const model = entry.fit(data, few);
      const recs = new Map(range(nUsers).map((u) => [u, model.recommend(u, 1)]));
      expect(recallAtK(recs, board.withheld, 1)).toBe(1);
    },
  );
});
