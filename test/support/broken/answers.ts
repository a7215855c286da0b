// Models whose scores are wrong, or that do not stay as they are when they are asked.
import { lcg } from '../logs.ts';
import { broken, Plain } from './plain.ts';
import type { FitArgs } from './plain.ts';

export const brokenAnswers = [
  broken('forgets the score of the last item', 'score per item', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user).slice(0, -1);
      }
    })();
  }),
  broken('gives its scores as a plain array', 'score per item', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return Array.from(super.scores(user)) as unknown as Float64Array;
      }
    })();
  }),
  broken('scores nothing for a seen item', 'finite scores', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user).map((s, i) => (this.seen[user].has(i) ? NaN : s));
      }
    })();
  }),
  broken('divides by the size of the log', 'finite scores', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        const scores = super.scores(user);
        const total = scores.reduce((a, b) => a + b, 0);
        return scores.map((s) => s / total);
      }
    })();
  }),
  broken('divides by the span of times', 'finite scores', () => {
    return new (class extends Plain {
      override fit(...[rows, nUsers, nItems]: FitArgs): unknown {
        const list = this.read(rows);
        super.fit(list, nUsers, nItems);
        const times = list.map(([, , t]) => t);
        const span = Math.max(...times) - Math.min(...times);
        this.counts = this.counts?.map((c) => c / span);
        return this;
      }
    })();
  }),
  broken(
    'scores items for a stranger, whom it says it knows nothing of',
    'cold scores',
    () => {
      return new (class extends Plain {
        protected override ranked(user: number): number[] {
          return this.seen[user].size ? super.ranked(user) : [];
        }
      })();
    },
    { personal: true },
  ),
  broken('scales its scores when it is first asked for a list', 'asking again', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        const most = Math.max(1, ...(this.counts ?? []));
        this.counts = this.counts?.map((c) => c / most);
        return list;
      }
    })();
  }),
  broken('draws for each user when they first ask', 'order of asking', () => {
    return new (class extends Plain {
      private draw = lcg(5);
      private readonly drawn = new Map<number, number>();
      override fit(...args: FitArgs): unknown {
        super.fit(...args);
        this.draw = lcg(5);
        this.drawn.clear();
        return this;
      }
      override scores(user: number): Float64Array {
        const scores = super.scores(user);
        const luck = this.drawn.get(user) ?? this.draw();
        this.drawn.set(user, luck);
        return scores.map((s) => s + luck);
      }
    })();
  }),
  broken('hands out its own scores', 'own copies', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return this.known(user);
      }
    })();
  }),
  broken('hands out the list that it keeps', 'own copies', () => {
    return new (class extends Plain {
      private readonly kept = new Map<string, number[]>();
      override fit(...args: FitArgs): unknown {
        super.fit(...args);
        this.kept.clear();
        return this;
      }
      override recommend(user: number, k = 10): number[] {
        const fresh = super.recommend(user, k); // refuses what is bad
        const list = this.kept.get(`${user}/${k}`) ?? fresh;
        this.kept.set(`${user}/${k}`, list);
        return list;
      }
    })();
  }),
];
