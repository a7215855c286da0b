// The models under the contract: every entry of the catalogue, with nothing left out.
import type { ModelEntry } from '../../code/models.ts';
import { models } from '../../code/models.ts';
import type { Interaction, Recommender } from '../../code/recsys.ts';
import * as recsys from '../../code/recsys.ts';
import { featuresFor } from './logs.ts';

/** A model and how to fit it on a log: ContentBased takes features as well. */
export interface Subject {
  readonly name: string;
  readonly personal: boolean;
  /** Learns step by step, and calls back after each. */
  readonly reports: boolean;
  readonly random: boolean;
  readonly create: (options?: object) => Recommender;
  /** Calls the model's own `fit` and hands on what it returns. */
  readonly fit: (
    model: Recommender,
    rows: Iterable<Interaction>,
    nUsers: number,
    nItems: number,
  ) => unknown;
}

type Create = new (options?: object) => Recommender;
type Fit = (rows: Iterable<Interaction>, nUsers: number, nItems: number) => unknown;
type FitWithFeatures = (
  rows: Iterable<Interaction>,
  feats: ReturnType<typeof featuresFor>,
  nUsers: number,
  nItems: number,
) => unknown;

/** Few steps and factors: a contract holds for any number of them. */
const quick: Readonly<Record<string, number>> = { factors: 3, iters: 2, epochs: 2 };

/** The class that an entry names. */
export function classOf(entry: ModelEntry): Create & { readonly defaults: object } {
  const found: unknown = Reflect.get(recsys, entry.name);
  if (typeof found !== 'function') throw new Error(`recsys.ts exports no class ${entry.name}`);
  return found as Create & { readonly defaults: object };
}

/** `method` of the model, bound to it. */
function methodOf(model: Recommender, method: string): unknown {
  const found: unknown = Reflect.get(model, method);
  if (typeof found !== 'function') throw new Error(`there is no method ${method}`);
  return found.bind(model) as unknown;
}

export function subjectOf(entry: ModelEntry): Subject {
  const Class = classOf(entry);
  const names = Object.keys(entry.defaults);
  const known = (options: object) =>
    Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
  const report = (options: object) =>
    'onProgress' in options ? { onProgress: options.onProgress } : {};
  return {
    name: entry.name,
    personal: entry.personal,
    reports: entry.curve !== null,
    random: names.includes('seed'),
    // A model refuses what it does not know: a seed is only for those who have one.
    create: (options = {}) => new Class({ ...known({ ...quick, ...options }), ...report(options) }),
    fit: (model, rows, nUsers, nItems) =>
      entry.id === 'content-based'
        ? (methodOf(model, 'fit') as FitWithFeatures)(rows, featuresFor(nItems), nUsers, nItems)
        : (methodOf(model, 'fit') as Fit)(rows, nUsers, nItems),
  };
}

export const subjects: readonly Subject[] = models.map(subjectOf);
