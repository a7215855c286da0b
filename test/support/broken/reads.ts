// Models that read a log in a wrong way.
import type { Interaction } from '../../../code/recsys.ts';
import { broken, Plain } from './plain.ts';
import type { FitArgs } from './plain.ts';

export const brokenReaders = [
  broken('asks the log for its length', 'any iterable', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction>): Interaction[] {
        if (!Array.isArray(rows) && Symbol.iterator in rows) return [];
        return super.read(rows);
      }
    })();
  }),
  broken('reads the log twice, if it can be', 'read once', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction>): Interaction[] {
        const again = rows[Symbol.iterator]() !== (rows as unknown);
        return again ? super.read(rows) && super.read(rows) : super.read(rows);
      }
    })();
  }),
  broken('puts a guard behind the last row, and takes it away again', 'frozen log', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction>): Interaction[] {
        if (!Array.isArray(rows)) return super.read(rows);
        rows.push([0, 0, 0]);
        rows.pop();
        return super.read(rows as Interaction[]);
      }
    })();
  }),
  broken("sorts the caller's rows", 'log untouched', () => {
    return new (class extends Plain {
      protected override read(rows: Iterable<Interaction>): Interaction[] {
        const list = super.read(rows);
        if (Array.isArray(rows) && !Object.isFrozen(rows)) {
          (rows as Interaction[]).sort((a, b) => a[2] - b[2]);
        }
        return list;
      }
    })();
  }),
  broken("keeps the caller's rows", 'log changed later', () => {
    return new (class extends Plain {
      private rows: readonly Interaction[] = [];
      protected override learn(rows: readonly Interaction[], ...sizes: [number, number]): void {
        super.learn(rows, ...sizes);
        this.rows = rows;
      }
      protected override known(user: number): Float64Array {
        const scores = super.known(user).slice().fill(0);
        for (const [, i] of this.rows) scores[i] += 1;
        return scores;
      }
    })();
  }),
  broken('counts the first row for more', 'row order', () => {
    return new (class extends Plain {
      override fit(...[rows, nUsers, nItems]: FitArgs): unknown {
        const list = this.read(rows);
        super.fit(list, nUsers, nItems);
        this.counts = this.counts?.map((c, i) => c + (i === list[0]?.[1] ? 0.5 : 0));
        return this;
      }
    })();
  }),
  broken('takes a row that comes again for a change of mind', 'doubled log', () => {
    return new (class extends Plain {
      protected override learn(rows: readonly Interaction[], ...sizes: [number, number]): void {
        super.learn(rows, ...sizes);
        const odd = new Set<string>();
        for (const row of rows) if (!odd.delete(row.join())) odd.add(row.join());
        this.counts?.fill(0);
        for (const row of odd) if (this.counts) this.counts[Number(row.split(',')[1])] += 1;
      }
    })();
  }),
  broken('likes every seventh day', 'other clock', () => {
    return new (class extends Plain {
      protected override learn(rows: readonly Interaction[], ...sizes: [number, number]): void {
        super.learn(rows, ...sizes);
        for (const [, i, t] of rows) if (this.counts && t % 7 === 0) this.counts[i] += 1;
      }
    })();
  }),
];
