/**
 * Whom a split tests: who is known, who is new, and whom no list can serve.
 */
import { drawSamples } from './intervals.ts';
import type { Samples } from './intervals.ts';
import { checkTest, metricsOf } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import type { Dataset } from '../models.ts';
import { bad } from '../recsys.ts';
import type { Rows } from '../recsys.ts';
import { isColumns, visitRows } from '../toolbox/columns.ts';
import { isIndex } from '../toolbox/guard.ts';

// #region test-users
/** Whom a split tests, and whom no model can serve. */
export interface TestUsers {
  /** All test users: the n of every metric. */
  readonly n: number;
  /**
   * Those whose held-out item no list can hold: they have had it before, or
   * it is not in the catalogue.
   */
  readonly unreachable: number;
  /** Those without one event to learn from. */
  readonly cold: number;
}

/** Counts the test users of a split. */
export function countTestUsers(data: Dataset<Rows>): TestUsers {
  checkSplit('countTestUsers', data);
  const { train, test, nItems } = data;
  const unreachable = new Set<number>();
  for (const [user, item] of test) {
    if (!isIndex(item, nItems)) unreachable.add(user);
  }
  visitRows(train, (user, item) => {
    if (test.get(user) === item) unreachable.add(user);
  });
  const cold = knownUsers(data).filter((isKnown) => !isKnown).length;
  return { n: test.size, unreachable: unreachable.size, cold };
}

/** Of each test user, in their order: is there an event to learn from? */
export function knownUsers(data: Dataset<Rows>): boolean[] {
  checkSplit('knownUsers', data);
  const known = new Set<number>();
  visitRows(data.train, (user) => known.add(user));
  return Array.from(data.test.keys(), (user) => known.has(user));
}

/** Every model reads the rows anew, and an iterator gives them once. */
export function checkSplit(where: string, data: Dataset<Rows>): void {
  const { test, train } = (data as Dataset<Rows> | null | undefined) ?? {};
  checkTest(where, 'test of data', test);
  if (Array.isArray(train) || isColumns(train)) return;
  const needed = 'an array of rows, or columns';
  throw bad(TypeError, where, 'train of data', needed, train);
}
// #endregion test-users

// #region apart
/**
 * The metrics of those who have a history and of those who have none, each
 * apart; null where there is nobody. A mean over both says of neither what
 * to expect, and who leads may turn on how many strangers there are.
 */
export interface Apart {
  readonly known: Metrics | null;
  readonly cold: Metrics | null;
}

/** Some of the test users, and samples of them; null for nobody. */
type Group = { readonly places: number[]; readonly drawn: Samples } | null;

/** The known and the cold test users, for all models alike. */
export type Groups = Readonly<Record<keyof Apart, Group>>;

/**
 * Parts the test users, and draws as many samples of each part as of all.
 * @param known of each test user, whether there is a history
 * @param whole samples of all test users, which one part alone keeps
 */
export function groupsOf(
  known: readonly boolean[],
  whole: Samples,
  seed: number,
): Groups {
  const samples = whole.places.length / whole.size;
  const groupOf = (isKnown: boolean): Group => {
    const all = Array.from(known.keys());
    const places = all.filter((n) => known[n] === isKnown);
    const { length: size } = places;
    if (size === 0) return null;
    if (size === known.length) return { places, drawn: whole };
    return { places, drawn: drawSamples(size, samples, seed) };
  };
  return { known: groupOf(true), cold: groupOf(false) };
}

/**
 * The metrics of either part of the test users.
 * @param whole the metrics of all: those of one part where it is alone
 */
export function metricsApart(
  ranks: readonly number[],
  whole: Metrics,
  groups: Groups,
  k: number,
): Apart {
  const { known, cold } = groups;
  const of = (group: Group, other: Group): Metrics | null => {
    if (!group || !other) return group && whole;
    const own = group.places.map((n) => ranks[n]);
    return metricsOf(own, k, group.drawn);
  };
  return { known: of(known, cold), cold: of(cold, known) };
}
// #endregion apart
