// Models whose further answers are wrong.
import type { ListOptions } from '../../../code/recsys.ts';
import { broken, Plain } from './plain.ts';

/** It filters, compares items and scores strangers, all by how often an item was met. */
class Offering extends Plain {
  override recommend(user: number, k = 10, { exclude, only }: ListOptions = {}): number[] {
    super.recommend(user, k); // refuses what is bad
    const out = new Set(exclude ?? []);
    const kept = only && new Set(only);
    const allowed = (i: number) => !out.has(i) && (!kept || kept.has(i));
    return this.ranked(user).filter(allowed).slice(0, k);
  }

  foldIn(items: Iterable<number>): Float64Array {
    const has = new Set(items);
    return this.known(0).map((s, i) => (has.size === 0 ? 0 : has.has(i) ? s + 1 : s));
  }

  similarity(item: number): Float64Array {
    const counts = this.known(0);
    return counts.map((s) => -Math.abs(s - counts[item]));
  }
}

export const soundOffer = () => new Offering();

export const brokenOffers = [
  broken(
    'hides what is excluded only after it has counted k',
    'exclude',
    () => {
      return new (class extends Offering {
        override recommend(user: number, k = 10, options: ListOptions = {}): number[] {
          const out = new Set(options.exclude ?? []);
          return super
            .recommend(user, k, options.only ? { only: options.only } : {})
            .filter((i) => !out.has(i));
        }
      })();
    },
    { filters: true },
  ),
  broken(
    'turns the end of a long filtered list round',
    'exclude',
    () => {
      return new (class extends Offering {
        override recommend(user: number, k = 10, options: ListOptions = {}): number[] {
          const list = super.recommend(user, k, options);
          if (!options.exclude) return list;
          return [...list.slice(0, 16), ...list.slice(16).reverse()];
        }
      })();
    },
    { filters: true },
  ),
  broken(
    'takes the only items for a wish',
    'only',
    () => {
      return new (class extends Offering {
        override recommend(user: number, k = 10, options: ListOptions = {}): number[] {
          return super.recommend(user, k, options.exclude ? { exclude: options.exclude } : {});
        }
      })();
    },
    { filters: true },
  ),
  broken('counts an item of a stranger twice', 'stranger', () => {
    return new (class extends Offering {
      override foldIn(items: Iterable<number>): Float64Array {
        const scores = super.foldIn(items);
        for (const i of items) scores[i] += 1;
        return scores;
      }
    })();
  }),
  broken('scores a stranger of whom nothing is known', 'stranger', () => {
    return new (class extends Offering {
      override foldIn(items: Iterable<number>): Float64Array {
        return super.foldIn(items).map((s) => s + 1);
      }
    })();
  }),
  broken('divides by how often an item was met', 'likeness', () => {
    return new (class extends Offering {
      override similarity(item: number): Float64Array {
        const counts = this.known(0);
        return counts.map((s) => s / counts[item]);
      }
    })();
  }),
  broken('hands out the likeness that it keeps', 'likeness', () => {
    const kept = new Map<number, Float64Array>();
    return new (class extends Offering {
      override similarity(item: number): Float64Array {
        const known = kept.get(item) ?? super.similarity(item);
        kept.set(item, known);
        return known;
      }
    })();
  }),
];
