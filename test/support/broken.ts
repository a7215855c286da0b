// Models that each break one promise, on purpose. contract.test.ts shows that the laws catch them.
import { Popularity } from '../../code/recsys.ts';
import type { Interaction, Recommender } from '../../code/recsys.ts';
import { lcg, range } from './logs.ts';
import type { Subject } from './subjects.ts';

/** A correct model, plain enough to break in any way: how often an item was met. */
class Plain implements Recommender {
  protected counts: Float64Array | undefined;
  protected seen: Set<number>[] = [];

  fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
    const checked = Array.from(rows);
    new Popularity().fit(checked, nUsers, nItems); // refuses what is bad
    this.seen = range(nUsers).map(() => new Set());
    this.counts = new Float64Array(nItems);
    for (const [u, i] of checked) {
      this.counts[i] += 1;
      this.seen[u].add(i);
    }
    return this;
  }

  scores(user: number): Float64Array {
    if (!this.counts) throw new Error('Plain: call fit first');
    this.check('user', user, 0, this.seen.length - 1);
    return this.counts.slice();
  }

  recommend(user: number, k = 10): number[] {
    const scores = this.scores(user);
    this.check('k', k, 1, Infinity);
    return this.order(scores)
      .filter((i) => !this.seen[user].has(i))
      .slice(0, k);
  }

  protected order(scores: Float64Array): number[] {
    return range(scores.length).sort((a, b) => scores[b] - scores[a] || a - b);
  }

  protected check(name: string, value: number, min: number, max: number): void {
    if (typeof value !== 'number') throw new TypeError(`Plain: ${name}`);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new RangeError(`Plain: ${name}`);
  }
}

type Create = (options: object) => Plain;

function fitPlain(model: Recommender, ...args: Parameters<Plain['fit']>): unknown {
  if (!(model instanceof Plain)) throw new Error('not a plain model');
  return model.fit(...args);
}

export interface Broken {
  /** What the model does wrong, as the end of "a model that ...". */
  readonly does: string;
  /** A part of the sentence of a law that must catch it. */
  readonly caught: string;
  readonly subject: Subject;
}

function subject(create: Create, also: Partial<Subject> = {}): Subject {
  return {
    name: 'broken',
    personal: false,
    reports: false,
    random: false,
    create: (options = {}) => create(options),
    fit: fitPlain,
    ...also,
  };
}

/** The model before it is broken: it keeps every law. */
export const sound: Subject = subject(() => new Plain());

function broken(does: string, caught: string, create: Create, also: Partial<Subject> = {}): Broken {
  return { does, caught, subject: subject(create, also) };
}

export const brokenModels: readonly Broken[] = [
  broken('hands back nothing from fit', 'returns the model itself', () => {
    return new (class extends Plain {
      override fit(...args: Parameters<Plain['fit']>): unknown {
        super.fit(...args);
        return undefined;
      }
    })();
  }),
  broken('recommends what the user has', 'a seen item is never', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        super.recommend(user, k);
        return this.order(this.scores(user)).slice(0, k);
      }
    })();
  }),
  broken('names its best item twice', 'no item comes twice', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return list.length > 1 ? [list[0], ...list.slice(0, -1)] : list;
      }
    })();
  }),
  broken('speaks in strings', 'holds item ids', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return super.recommend(user, k).map(String) as unknown as number[];
      }
    })();
  }),
  broken('lists the worst item first', 'sorted by score', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return super.recommend(user, k).reverse();
      }
    })();
  }),
  broken('breaks ties by the higher id', 'equal scores', () => {
    return new (class extends Plain {
      protected override order(scores: Float64Array): number[] {
        return range(scores.length).sort((a, b) => scores[b] - scores[a] || b - a);
      }
    })();
  }),
  broken('takes k before it drops what was seen', 'as many items as asked for', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        super.recommend(user, k);
        const best = this.order(this.scores(user)).slice(0, k);
        return best.filter((i) => !this.seen[user].has(i));
      }
    })();
  }),
  broken('gives one item more than asked for', 'as many items as asked for', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        super.recommend(user, k);
        return super.recommend(user, k + 1);
      }
    })();
  }),
  broken('sorts long lists in another way', 'short or long', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return k > 64 ? list.sort((a, b) => a - b) : list;
      }
    })();
  }),
  broken('reorders the list with its length', 'first k of any longer', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return list.length > 1 && k % 2 ? [list[1], list[0], ...list.slice(2)] : list;
      }
    })();
  }),
  broken('gives five items when not told', 'ten items', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 5): number[] {
        return super.recommend(user, k);
      }
    })();
  }),
  broken('draws anew at every question', 'asking changes nothing', () => {
    const draw = lcg(3);
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user).map(() => draw());
      }
    })();
  }),
  broken('counts its questions as interactions', 'asking changes nothing', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        if (this.counts && list.length > 0) this.counts[list[list.length - 1]] += 5;
        return list;
      }
    })();
  }),
  broken('hands out its own scores', 'what is done to an answer', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        super.scores(user);
        return this.counts ?? new Float64Array();
      }
    })();
  }),
  broken('scores nothing for a seen item', 'one finite score', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user).map((s, i) => (this.seen[user].has(i) ? NaN : s));
      }
    })();
  }),
  broken('forgets the score of the last item', 'one finite score', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user).slice(0, -1);
      }
    })();
  }),
  broken(
    'says it is personal and recommends items 0 to 9 to strangers',
    'a stranger gets nothing',
    () => new Plain(),
    { personal: true },
  ),
  broken('shows a stranger nothing, though it is not personal', 'a stranger gets nothing', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return this.seen[user].size ? list : [];
      }
    })();
  }),
  broken('starts over with a user who has everything', 'who has everything', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        const list = super.recommend(user, k);
        return list.length ? list : this.order(this.scores(user)).slice(0, k);
      }
    })();
  }),
  broken('divides by the size of the log', 'an empty log', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        const scores = super.scores(user);
        const total = scores.reduce((a, b) => a + b, 0);
        return scores.map((s) => s / total);
      }
    })();
  }),
  broken('asks the log for its length', 'any iterable', () => {
    return new (class extends Plain {
      override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
        const list = rows as readonly Interaction[];
        const some = Array.from({ length: list.length }, (_, n) => list[n]);
        return super.fit(Array.isArray(rows) ? some : [], nUsers, nItems);
      }
    })();
  }),
  broken('reads the log twice', 'read once', () => {
    return new (class extends Plain {
      override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
        super.fit(rows, nUsers, nItems);
        return super.fit(rows, nUsers, nItems);
      }
    })();
  }),
  broken("sorts the caller's rows", 'no log is changed', () => {
    return new (class extends Plain {
      override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
        if (!Object.isFrozen(rows)) (rows as Interaction[]).sort((a, b) => a[2] - b[2]);
        return super.fit(rows, nUsers, nItems);
      }
    })();
  }),
  broken("keeps the caller's rows", 'after fit changes nothing', () => {
    return new (class extends Plain {
      private rows: readonly Interaction[] = [];
      override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
        super.fit((this.rows = Array.from(rows)), nUsers, nItems);
        return this;
      }
      override scores(user: number): Float64Array {
        const scores = super.scores(user).fill(0);
        for (const [, i] of this.rows) scores[i] += 1;
        return scores;
      }
    })();
  }),
  broken('weighs early rows more', 'the order of the rows', () => {
    return new (class extends Plain {
      override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
        const list = Array.from(rows);
        super.fit(list, nUsers, nItems);
        list.forEach(([, i], n) => this.counts && (this.counts[i] += 1 / (n + 2)));
        return this;
      }
    })();
  }),
  broken('shares one stream of draws between models', 'the same bits', () => {
    return new (class extends Plain {
      override fit(...args: Parameters<Plain['fit']>): unknown {
        super.fit(...args);
        if (this.counts) this.counts = this.counts.map((c) => c + 0.5 * sharedDraw());
        return this;
      }
    })();
  }),
  broken('does not use its seed', 'another seed', () => new Plain(), { random: true }),
  broken('adds to what it had', 'to fit twice is to fit once', () => {
    return new (class extends Plain {
      override fit(...args: Parameters<Plain['fit']>): unknown {
        const before = this.counts;
        super.fit(...args);
        this.counts = this.counts?.map((c, i) => c + (before?.[i] ?? 0));
        return this;
      }
    })();
  }),
  broken('still hides what was seen in an earlier log', 'a second fit forgets', () => {
    return new (class extends Plain {
      override fit(...args: Parameters<Plain['fit']>): unknown {
        const before = this.seen;
        super.fit(...args);
        this.seen = this.seen.map((s, u) => new Set([...s, ...(before[u] ?? [])]));
        return this;
      }
    })();
  }),
  broken('answers before it is fitted', 'before it is fitted', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return this.counts ? super.recommend(user, k) : [];
      }
    })();
  }),
  broken(
    'is half fitted when the log breaks off',
    'leaves the model unfitted',
    () => new HalfFitted(),
  ),
  broken('loses what it knew when a fit fails', 'a later fit that fails', () => {
    return new (class extends Plain {
      override fit(...args: Parameters<Plain['fit']>): unknown {
        this.counts = undefined;
        return super.fit(...args);
      }
    })();
  }),
  broken(
    'is fitted before its callback has agreed',
    'callback breaks off',
    (options) => {
      const { onProgress } = options as { onProgress?: () => void };
      return new (class extends Plain {
        override fit(...args: Parameters<Plain['fit']>): unknown {
          super.fit(...args);
          onProgress?.();
          onProgress?.();
          return this;
        }
      })();
    },
    { reports: true },
  ),
  broken('divides by the span of times', 'times may be huge', () => {
    return new (class extends Plain {
      override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
        const list = Array.from(rows);
        super.fit(list, nUsers, nItems);
        const times = list.map(([, , t]) => t);
        const span = Math.max(...times) - Math.min(...times);
        this.counts = this.counts?.map((c) => c / span);
        return this;
      }
    })();
  }),
  broken('looks at its options again when it is fitted', 'options are read when', (options) => {
    return new (class extends Plain {
      override fit(...args: Parameters<Plain['fit']>): unknown {
        super.fit(...args);
        const { seed = 0 } = options as { seed?: number };
        this.counts = this.counts?.map((c, i) => c + ((i * (seed + 1)) % 7) / 9);
        return this;
      }
    })();
  }),
  broken('takes -1 for the last user', 'a bad user', () => {
    return new (class extends Plain {
      override scores(user: number): Float64Array {
        return super.scores(user === -1 ? this.seen.length - 1 : user);
      }
    })();
  }),
  broken('gives everything for a k that is none', 'a bad user or a bad k', () => {
    return new (class extends Plain {
      override recommend(user: number, k = 10): number[] {
        return super.recommend(user, k > 0 ? Math.ceil(k) : 1e9);
      }
    })();
  }),
];

const sharedDraw = lcg(11);

/** Counts row by row into what it answers from. */
class HalfFitted extends Plain {
  override fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): unknown {
    super.fit([], nUsers, nItems);
    const done: Interaction[] = [];
    for (const row of rows) {
      done.push(row);
      super.fit(done, nUsers, nItems);
    }
    return this;
  }
}
