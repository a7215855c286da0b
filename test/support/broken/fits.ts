// Models whose fit does not start anew.
import { lcg } from '../logs.ts';
import { broken, Plain } from './plain.ts';
import type { FitArgs, Given } from './plain.ts';

const sharedDraw = lcg(11);
let shared: Float64Array = new Float64Array();

/** Multiplies its scores by a setting. */
class Weighted extends Plain {
  protected readonly given: Given;
  constructor(given: Given) {
    super();
    this.given = given;
  }

  protected times(weight: number): void {
    this.counts = this.counts?.map((c) => c * weight);
  }
}

export const brokenFits = [
  broken('hands back nothing from fit', 'fit returns the model', () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        super.fit(...args);
        return undefined;
      }
    })();
  }),
  broken('shares one stream of draws between models', 'same bits', () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        super.fit(...args);
        this.counts = this.counts?.map((c) => c + 0.5 * sharedDraw());
        return this;
      }
    })();
  }),
  broken('does not use its seed', 'another seed', () => new Plain(), { seeded: true }),
  broken('trusts a log more when it comes again', 'fit twice', () => {
    return new (class extends Plain {
      private last = '';
      override fit(...[rows, nUsers, nItems]: FitArgs): unknown {
        const list = this.read(rows);
        super.fit(list, nUsers, nItems);
        const log = JSON.stringify(list);
        if (log === this.last) this.counts = this.counts?.map((c) => 2 * c);
        this.last = log;
        return this;
      }
    })();
  }),
  broken('still hides what was seen in an earlier log', 'refit', () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        const before = this.seen;
        super.fit(...args);
        this.seen = this.seen.map((s, u) => new Set([...s, ...(before[u] ?? [])]));
        return this;
      }
    })();
  }),
  broken('still knows the users of an earlier log', 'refit', () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        const before = this.seen.length;
        super.fit(...args);
        while (this.seen.length < before) this.seen.push(new Set());
        return this;
      }
    })();
  }),
  broken('starts from what it had, where the sizes are the same', ['fit twice', 'refit'], () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        const before = this.counts;
        const nUsers = this.seen.length;
        super.fit(...args);
        const same = before?.length === this.counts?.length && nUsers === this.seen.length;
        if (before && same) this.counts = this.counts?.map((c, i) => c + before[i]);
        return this;
      }
    })();
  }),
  broken('keeps its counts where all models keep them', 'two models', () => {
    return new (class extends Plain {
      override fit(...args: FitArgs): unknown {
        super.fit(...args);
        shared = this.counts ?? new Float64Array();
        return this;
      }
      protected override known(user: number): Float64Array {
        const { length } = super.known(user);
        return Float64Array.from({ length }, (_, i) => shared[i] ?? 0);
      }
    })();
  }),
  broken(
    'looks at its settings again when it is fitted',
    'settings once',
    (given) => {
      return new (class extends Weighted {
        override fit(...args: FitArgs): unknown {
          super.fit(...args);
          this.times(this.given.weight ?? 1);
          return this;
        }
      })(given);
    },
    { settings: { weight: 2 } },
  ),
  broken(
    'writes its defaults into the settings',
    'settings untouched',
    (given) => {
      given.seed ??= 7;
      return new Plain();
    },
    { settings: { weight: 2 } },
  ),
  broken(
    'is fitted before its callback has agreed',
    'broken off',
    ({ onProgress }) => {
      return new (class extends Plain {
        override fit(...args: FitArgs): unknown {
          super.fit(...args);
          onProgress?.();
          onProgress?.();
          return this;
        }
      })();
    },
    { reports: true },
  ),
  broken(
    'swallows what its callback throws',
    'broken off',
    ({ onProgress }) => {
      return new (class extends Plain {
        override fit(...args: FitArgs): unknown {
          try {
            onProgress?.();
          } catch {
            return this;
          }
          return super.fit(...args);
        }
      })();
    },
    { reports: true },
  ),
  broken('never calls its callback', 'broken off', () => new Plain(), { reports: true }),
];
