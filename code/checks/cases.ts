/**
 * Random logs for the checks, of every kind that models stumble over. The
 * kinds are built, not filtered: a check on users who have everything draws
 * logs that have such a user.
 */
import * as fc from 'fast-check';
import type { Interaction } from '../recsys.ts';

/** A log and its sizes. */
export interface CaseLog {
  readonly rows: readonly Interaction[];
  readonly nUsers: number;
  readonly nItems: number;
  /**
   * What each item is known by [items]: its id, until ids are dealt anew.
   * Features belong to the name, not to the id.
   */
  readonly names: readonly number[];
}

/** What one run of a check looks at. */
export interface Case {
  readonly data: CaseLog;
  /** Another log, for checks of two. */
  readonly other: CaseLog;
  /** Whom the kind is about: the cold user, the user with everything. */
  readonly user: number;
  /** From it comes whatever else a check needs by chance. */
  readonly salt: number;
}

const HUGE = Number.MAX_SAFE_INTEGER;

// #region case-shapes
type Span = readonly [min: number, max: number];

/** How large a log is, and what its times are. */
interface Shape {
  readonly users: Span;
  readonly items: Span;
  readonly rows: Span;
  readonly times: fc.Arbitrary<number>;
}

const times = fc.integer({ min: -50, max: 50 });
const small: Shape = {
  users: [1, 8],
  items: [1, 10],
  rows: [0, 24],
  times,
};
const several: Shape = { ...small, users: [2, 8], items: [3, 10] };
/** Longer than what a search for the best k keeps in order at once. */
const long: Shape = { ...small, users: [2, 3], items: [66, 80] };

/** Gives drawn rows what makes a log one of its kind. */
type Build = (data: CaseLog, user: number) => readonly Interaction[];

/** Logs of one shape. They shrink to fewer and smaller numbers. */
function logs(
  { users, items, rows, times: time }: Shape,
  ...builds: readonly Build[]
): fc.Arbitrary<Case> {
  const id = fc.nat(839); // taken modulo the size, so that sizes can shrink
  const integer = ([min, max]: Span) => fc.integer({ min, max });
  return fc
    .record({
      nUsers: integer(users),
      nItems: integer(items),
      rows: fc.array(fc.tuple(id, id, time), {
        minLength: rows[0],
        maxLength: rows[1],
        size: 'max',
      }),
      salt: fc.nat(9999),
    })
    .map(({ nUsers, nItems, rows: drawn, salt }) => {
      const names = Array.from({ length: nItems }, (_, i) => i);
      const user = salt % nUsers;
      let data: CaseLog = {
        rows: drawn.map(([u, i, t]) => [u % nUsers, i % nItems, t]),
        nUsers,
        nItems,
        names,
      };
      for (const build of builds)
        data = { ...data, rows: build(data, user) };
      return { data, other: data, user, salt };
    });
}
// #endregion case-shapes

// #region case-builds
/** No pair of user and item twice. */
const once: Build = ({ rows, nItems }) => {
  const met = new Set<number>();
  return rows.filter(([u, i]) => {
    const known = met.has(u * nItems + i);
    met.add(u * nItems + i);
    return !known;
  });
};

/** Nobody lacks a history, and nobody has the item of their own number. */
const everyone: Build = ({ rows, nUsers, nItems }) => {
  const own = (u: number) => u % nItems;
  const kept = rows.filter(([u, i]) => i !== own(u));
  const known = new Set(kept.map(([u]) => u));
  for (let u = 0; u < nUsers; u++) {
    if (!known.has(u)) kept.push([u, (own(u) + 1) % nItems, u]);
  }
  return kept;
};

/** At least two rows, of different items or users. */
const two: Build = ({ rows, nUsers, nItems }) => {
  const [[u, i, t] = [0, 0, 0]] = rows;
  if (rows.length > 1) return rows;
  const next: Interaction =
    nItems > 1 ? [u, (i + 1) % nItems, t] : [(u + 1) % nUsers, i, t];
  return [[u, i, t], next];
};

/** Not all rows at one time. */
const spread: Build = ({ rows }) => {
  const last = rows.length - 1;
  const [, , first] = rows[0];
  if (rows.some(([, , t]) => t !== first)) return rows;
  return rows.map(([u, i, t], n) => [u, i, n === last ? t + 1 : t]);
};

const atOnce: Build = ({ rows }) => {
  return rows.map(([u, i]) => [u, i, rows[0][2]]);
};

/** From the smallest integer that is exact to the largest. */
const far: Build = ({ rows }) => {
  return rows.map(([u, i, t], n) => {
    if (n < 2) return [u, i, n ? HUGE : -HUGE];
    return [u, i, t < 0 ? t - HUGE + 50 : t + HUGE - 50];
  });
};

const repeated: Build = ({ rows }) => {
  const [[u, i, t]] = rows;
  return [...rows, [u, i, t], [u, i, t + 3]];
};

/** The user has nothing; what they had goes to the next. */
const cold: Build = ({ rows, nUsers }, user) => {
  return rows.map(([u, i, t]) => [u === user ? (u + 1) % nUsers : u, i, t]);
};

const full: Build = ({ rows, nItems }, user) => {
  const all = Array.from({ length: nItems }, (_, i): Interaction => {
    return [user, i, i];
  });
  return [...rows, ...all];
};

/** The user has an item. */
const warm: Build = ({ rows }, user) => [...rows, [user, 0, 0]];
// #endregion case-builds

// #region case-kinds
/** Plain logs: what no special kind is about, they don't have. */
const plain = logs(several, everyone, once, two, spread);

const special = {
  repeats: logs(several, everyone, repeated),
  'cold user': logs(several, two, spread, cold),
  'full user': logs(several, full, once, spread),
  'equal times': logs(several, everyone, once, two, atOnce),
  'huge times': logs(several, everyone, once, two, far),
  'one row': logs({ ...several, rows: [1, 1] }),
  empty: logs({ ...several, rows: [0, 0] }),
  'one user': logs({ ...several, users: [1, 1] }, once, two, spread),
  'one item': logs({ ...several, items: [1, 1] }, once, two, spread),
};

/** All kinds mixed, with dense, sparse and long logs, and any times. */
const any: fc.Arbitrary<Case> = fc.oneof(
  { arbitrary: plain, weight: 6 },
  { arbitrary: logs({ ...small, rows: [0, 60] }), weight: 3 },
  { arbitrary: logs({ ...small, rows: [0, 6] }), weight: 3 },
  { arbitrary: logs({ ...small, times: fc.maxSafeInteger() }), weight: 2 },
  { arbitrary: logs(long, warm), weight: 1 },
  ...Object.values(special).map((arbitrary) => ({ arbitrary, weight: 1 })),
);

/** Two logs; every third time of the same sizes. */
const pairs: fc.Arbitrary<Case> = fc.tuple(any, any).map(([a, b]) => {
  const { nUsers, nItems, names } = a.data;
  const rows = b.data.rows.map(([u, i, t]): Interaction => {
    return [u % nUsers, i % nItems, t];
  });
  const same = b.salt % 3 === 0;
  const other = same ? { rows, nUsers, nItems, names } : b.data;
  return { ...a, other };
});

/** The kinds of logs that checks draw from, by name. */
export const kinds = {
  ...special,
  plain,
  any,
  pairs,
  /** More than ten items are left for the user, who has at least one. */
  wide: logs({ ...several, items: [36, 50] }, warm),
};

/** The name of a kind of logs. */
export type Kind = keyof typeof kinds;
// #endregion case-kinds
