// Models that throw at some logs, or that treat some users in their own way.
import type { Interaction } from '../../../code/recsys.ts';
import { broken, Plain } from './plain.ts';

type Look = (rows: readonly Interaction[], nUsers: number, nItems: number) => void;

/** A plain model that looks at the log first, and may not like it. */
class Wary extends Plain {
  private readonly look: Look;

  constructor(look: Look) {
    super();
    this.look = look;
  }

  protected override learn(...args: Parameters<Look>): void {
    super.learn(...args);
    this.look(...args);
  }
}

export const brokenTakers = [
  broken('is not written yet', 'any log', () => {
    return new Wary(() => {
      throw new Error('fit is not written yet');
    });
  }),
  broken('wants its rows in order of time', 'any log', () => {
    return new Wary((rows) => {
      const early = rows.some(([, , t], n) => n > 0 && t < rows[n - 1][2]);
      if (early) throw new Error('the rows are not in order');
    });
  }),
  broken('wants each pair once', 'repeated rows', () => {
    return new Wary((rows) => {
      const pairs = new Set(rows.map(([u, i]) => `${u}/${i}`));
      if (pairs.size < rows.length) throw new Error('duplicate key');
    });
  }),
  broken('shows a stranger nothing, though it is not personal', 'cold user', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        return this.seen[user].size ? super.ranked(user) : [];
      }
    })();
  }),
  broken(
    'says it is personal and recommends items 0 to 9 to strangers',
    'cold user',
    () => {
      return new (class extends Plain {
        protected override known(user: number): Float64Array {
          const scores = super.known(user);
          return this.seen[user].size ? scores : scores.map(() => 0);
        }
      })();
    },
    { personal: true },
  ),
  broken('stumbles over a stranger', 'cold user', () => {
    return new (class extends Plain {
      protected override known(user: number): Float64Array {
        const scores = super.known(user);
        const [first] = this.seen[user];
        return scores.map((s) => s + 0 * Number(first.toFixed(0)));
      }
    })();
  }),
  broken('starts over with a user who has everything', 'user with everything', () => {
    return new (class extends Plain {
      protected override ranked(user: number): number[] {
        const list = super.ranked(user);
        return list.length ? list : this.sorted(this.known(user));
      }
    })();
  }),
  broken('gives up on a user who has everything', 'user with everything', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        if (list.length === 0) throw new Error('nothing is left');
        return list;
      }
    })();
  }),
  broken('wants a span of time', 'equal times', () => {
    return new Wary((rows) => {
      const times = new Set(rows.map(([, , t]) => t));
      if (rows.length > 1 && times.size === 1) throw new Error('the log has no span');
    });
  }),
  broken('keeps a place for every tick of the clock', 'huge times', () => {
    return new Wary((rows) => {
      const times = rows.map(([, , t]) => t);
      const span = Math.max(0, ...times) - Math.min(0, ...times);
      const ticks = new Array<number>(span + 1);
      ticks[span] = 1;
    });
  }),
  broken('wants two rows to compare', 'one row', () => {
    return new Wary((rows) => {
      if (rows.length === 1) throw new Error('one row is no log');
    });
  }),
  broken('finds no latest row in an empty log', 'empty log', () => {
    return new Wary((rows) => {
      rows.map(([, , t]) => t).reduce((a, b) => Math.max(a, b));
    });
  }),
  broken('wants users to compare', 'one user', () => {
    return new Wary((...[, nUsers]) => {
      if (nUsers === 1) throw new Error('there is nobody to compare with');
    });
  }),
  broken('wants items to compare', 'one item', () => {
    return new Wary((...[, , nItems]) => {
      if (nItems === 1) throw new Error('there is nothing to compare with');
    });
  }),
];
