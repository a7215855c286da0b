// Models that read something into the ids.
import type { Interaction } from '../../../code/recsys.ts';
import { broken, Plain } from './plain.ts';

/** Counts the rows of each item, and adds the rows of its keenest user, weighed by a size. */
class Keen extends Plain {
  protected weigh(rows: readonly Interaction[], weight: number): void {
    const byPair = new Map<string, number>();
    for (const [u, i] of rows) byPair.set(`${u}/${i}`, (byPair.get(`${u}/${i}`) ?? 0) + 1);
    const most = new Map<number, number>();
    for (const [pair, count] of byPair) {
      const item = Number(pair.split('/')[1]);
      most.set(item, Math.max(count, most.get(item) ?? 0));
    }
    this.counts = this.counts?.map((c, i) => c + weight * (most.get(i) ?? 0));
  }
}

export const brokenSymmetries = [
  broken('listens to user 0 twice', 'users renamed', () => {
    return new (class extends Plain {
      protected override learn(rows: readonly Interaction[], ...sizes: [number, number]): void {
        super.learn(rows, ...sizes);
        for (const [u, i] of rows) if (this.counts && u === 0) this.counts[i] += 1;
      }
    })();
  }),
  broken('likes items with a high id', 'items renamed', () => {
    return new (class extends Plain {
      protected override learn(...args: Parameters<Plain['learn']>): void {
        super.learn(...args);
        this.counts = this.counts?.map((c, i) => c + 0.001 * i);
      }
    })();
  }),
  broken('believes keen users if the number of users is odd', 'one user more', () => {
    return new (class extends Keen {
      protected override learn(rows: readonly Interaction[], u: number, i: number): void {
        super.learn(rows, u, i);
        this.weigh(rows, 10 * (u % 2));
      }
    })();
  }),
  broken('believes keen users if the number of items is odd', 'one item more', () => {
    return new (class extends Keen {
      protected override learn(rows: readonly Interaction[], u: number, i: number): void {
        super.learn(rows, u, i);
        this.weigh(rows, 10 * (i % 2));
      }
    })();
  }),
];
