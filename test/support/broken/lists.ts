// Models whose lists are wrong.
import { broken, Plain } from './plain.ts';

export const brokenLists = [
  broken('speaks in strings', 'item ids', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return super.recommend(user, k).map(String) as unknown as number[];
      }
    })();
  }),
  broken('gives a Set', 'item ids', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return new Set(super.recommend(user, k)) as unknown as number[];
      }
    })();
  }),
  broken('begins with what the user took before', 'no seen item', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        const list = super.ranked(user);
        const again = Math.min(...this.seen[user]);
        return list.length === 0 || again === Infinity ? list : [again, ...list.slice(0, -1)];
      }
    })();
  }),
  broken('recommends what the user has', ['no seen item', 'exact length'], () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        const list = super.ranked(user);
        // Cold and full users have checks of their own.
        return list.length ? this.sorted(this.known(user)) : list;
      }
    })();
  }),
  broken('names its best item twice', 'no duplicate', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        const list = super.ranked(user);
        return list.length > 1 ? [list[0], ...list.slice(0, -1)] : list;
      }
    })();
  }),
  broken('takes k before it drops what was seen', 'exact length', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        super.recommend(user, k);
        const best = this.sorted(this.known(user)).slice(0, k);
        return best.filter((i) => !this.seen[user].has(i));
      }
    })();
  }),
  broken('gives one item more than asked for', 'exact length', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return this.seen[user].size ? this.ranked(user).slice(0, k + 1) : list;
      }
    })();
  }),
  broken('leaves out what nobody has', 'exact length', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        const list = super.ranked(user);
        const scores = this.known(user);
        return this.seen[user].size ? list.filter((i) => scores[i] > 0) : list;
      }
    })();
  }),
  broken('lists the worst item first', 'order', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        return super.ranked(user).reverse();
      }
    })();
  }),
  broken('breaks ties by the higher id', 'order', () => {
    return new (class extends Plain {
      protected override sorted(scores: ArrayLike<number>): number[] {
        return super.sorted(Array.from(scores).reverse()).map((i) => scores.length - 1 - i);
      }
    })();
  }),
  broken('lists in order of id', 'order', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        return super.ranked(user).sort((a, b) => a - b);
      }
    })();
  }),
  broken('swaps the first two of a list that is cut short', 'prefix', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        const cut = list.length > 1 && list.length < this.ranked(user).length;
        return cut ? [list[1], list[0], ...list.slice(2)] : list;
      }
    })();
  }),
  broken('sorts long lists in another way', ['order', 'prefix'], () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return k > 64 ? list.sort((a, b) => a - b) : list;
      }
    })();
  }),
  broken('gives five items when not told', 'ten by default', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 5): number[] {
        return super.recommend(user, k);
      }
    })();
  }),
];
