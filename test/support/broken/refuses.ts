// Models that let in what they should refuse, or that a refusal leaves half done.
import type { Interaction } from '../../../code/recsys.ts';
import { broken, Plain } from './plain.ts';
import type { FitArgs } from './plain.ts';

const isId = (value: unknown, size: number): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < size;

/** What looks like a row: three of which the first two are numbers. */
const isRow = (row: readonly unknown[]): boolean =>
  Array.isArray(row) && row.length === 3 && typeof (row as unknown[])[1] === 'number';

export const brokenRefusers = [
  broken('takes -1 for the last user', 'bad user', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user === -1 ? this.seen.length - 1 : user);
      }
    })();
  }),
  broken('lets a bad user break something by chance', 'bad user', () => {
    return new (class extends Plain {
      protected override check(name: string, value: number, min: number, max: number): void {
        if (name === 'user' && Number.isNaN(value)) throw new TypeError('x is undefined');
        super.check(name, value, min, max);
      }
    })();
  }),
  broken('gives everything for a k that is none', 'bad k', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const bad = typeof k === 'number' && !(k >= 1 && Number.isInteger(k));
        return super.recommend(user, bad ? Number.MAX_SAFE_INTEGER : k);
      }
    })();
  }),
  broken('forgets the user whose k was bad', 'bad k', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        if (typeof k === 'number' && !Number.isFinite(k)) this.seen[user] = new Set();
        return super.recommend(user, k);
      }
    })();
  }),
  broken('takes "1" for 1', 'wrong type', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return super.recommend(user, typeof k === 'string' ? Number(k) : k);
      }
    })();
  }),
  broken('answers before it is fitted', 'before fit', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return this.counts ? super.recommend(user, k) : [];
      }
    })();
  }),
  broken('drops rows of unknown users and items', 'unknown ids', () => {
    return new (class extends Plain {
      protected override learn(rows: readonly Interaction[], u: number, i: number): void {
        const known = rows.filter((row) => !isRow(row) || (isId(row[0], u) && isId(row[1], i)));
        super.learn(known, u, i);
      }
    })();
  }),
  broken('takes a bad time for 0', 'bad times', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction>): Interaction[] {
        const mended = ([u, i, t]: Interaction): Interaction => [
          u,
          i,
          Number.isSafeInteger(t) ? t : 0,
        ];
        return super.read(rows).map((row) => (isRow(row) ? mended(row) : row));
      }
    })();
  }),
  broken('finds out by itself how many items there are', 'bad sizes', () => {
    return new (class extends Plain {
      protected override learn(rows: readonly Interaction[], u: number, i: number): void {
        const items = rows.filter(isRow).map(([, item]) => item + 1);
        super.learn(rows, u, isId(i - 1, Infinity) ? i : Math.max(1, ...items));
      }
    })();
  }),
  broken('takes null for an empty log', 'no log', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction> | null): Interaction[] {
        return super.read(rows ?? []);
      }
    })();
  }),
  broken('takes what it got when the log breaks off', 'log breaks off', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction>): Interaction[] {
        const list: Interaction[] = [];
        const iterator = rows[Symbol.iterator]();
        try {
          for (let next = iterator.next(); !next.done; next = iterator.next())
            list.push(next.value);
        } catch {
          return list;
        }
        return list;
      }
    })();
  }),
  broken('is half fitted when its first log breaks off', 'failed first fit', () => {
    return new (class extends Plain {
      override fit(...[rows, nUsers, nItems]: FitArgs): unknown {
        if (this.counts) return super.fit(rows, nUsers, nItems);
        super.fit([], nUsers, nItems);
        const done: Interaction[] = [];
        for (const row of rows) {
          done.push(row);
          super.fit(done, nUsers, nItems);
        }
        return this;
      }
    })();
  }),
  broken('loses what it knew when a fit fails', 'failed refit', () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        this.counts = undefined;
        return super.fit(...args);
      }
    })();
  }),
];
