// #region template-options
import { requireFit } from '../../../code/toolbox/fitted.ts';
import type { Fitted } from '../../../code/toolbox/fitted.ts';
import { integer, readOptions } from '../../../code/toolbox/guard.ts';
import type { Settings } from '../../../code/toolbox/guard.ts';
import { readLog } from '../../../code/toolbox/rows.ts';
import { toMatrix } from '../../../code/toolbox/sparse.ts';
import { recommendFrom } from '../../../code/recsys.ts';
import type { Interaction, ListOptions, Recommender } from '../../../code/recsys.ts';
import { entry } from '../../../code/models/entry.ts';

/** Options of Template. */
export interface TemplateOptions {
  /** An item counts at most so many people. */
  readonly most?: number;
}
// #endregion template-options

// #region template
/** What `fit` leaves behind. */
interface FittedTemplate extends Fitted {
  /** How many people have each item [items]. */
  readonly counts: Float64Array;
}

/**
 * The result first, then the equation:
 *
 *     score_ui = min(n_i, most)
 */
export class Template implements Recommender {
  static readonly defaults = { most: 1000 } as const;
  readonly options: Settings<typeof Template.defaults>;
  private fitted: FittedTemplate | undefined;

  constructor(options: TemplateOptions = {}) {
    const rules = { most: integer(1) };
    this.options = readOptions('Template', Template.defaults, options, rules);
  }

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const R = toMatrix(readLog('Template.fit', train, nUsers, nItems));
    const counts = new Float64Array(nItems);
    for (const i of R.indices) counts[i] += 1;
    this.fitted = { R, personal: false, counts };
    return this;
  }

  scores(user: number): Float64Array {
    const { counts } = requireFit('Template.scores', this.fitted, user);
    return counts.map((n) => Math.min(n, this.options.most));
  }

  recommend(user: number, k = 10, options?: ListOptions): number[] {
    return recommendFrom('Template', this, this.fitted, user, k, options);
  }
}
// #endregion template

// #region template-entry
/** What the catalogue says of Template. */
export const template = entry({
  id: 'template',
  name: 'Template',
  title: 'The template',
  summary: 'What the model does, in one line.',
  paper: null,
  personal: false,
  collaborative: false,
  features: false,
  explains: false,
  foldsIn: false,
  factors: false,
  cannotPromise: {},
  curve: null,
  Class: Template,
  ranges: {
    most: {
      label: 'Most',
      min: 1,
      max: 1000,
      step: 4,
      scale: 'log',
      unit: '',
      help: 'An item counts at most so many people.',
    },
  },
  search: {
    most: [
      1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 80, 100, 125, 160, 200, 250, 400, 630,
      1000,
    ],
  },
  fit: ({ train, nUsers, nItems }, options) => new Template(options).fit(train, nUsers, nItems),
});
// #endregion template-entry
