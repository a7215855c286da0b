// The models under the contract: every entry of the catalogue, with nothing left out.
import { checkRecommender, recommenderChecks } from '../../code/checks/checkRecommender.ts';
import type {
  CheckName,
  CheckOptions,
  RecommenderReport,
} from '../../code/checks/checkRecommender.ts';
import type { CatalogueEntry, Options } from '../../code/models.ts';
import { models } from '../../code/models.ts';
import type { Interaction, Recommender } from '../../code/recsys.ts';
import { Matrix } from 'ml-matrix';
import { featuresFor, range } from './logs.ts';

/** A model and how to fit it on a log: ContentBased takes features as well. */
export interface Subject {
  readonly name: string;
  /** What it says of itself, and which promises it can't keep. */
  readonly claims: Claims;
  /** Takes settings at all. */
  readonly hasOptions: boolean;
  readonly create: (options?: object) => Recommender;
  /** Calls the model's own `fit` and hands on what it returns. */
  readonly fit: (
    model: Recommender,
    rows: Iterable<Interaction>,
    nUsers: number,
    nItems: number,
    names?: readonly number[],
  ) => unknown;
}

type Claims = Pick<
  CheckOptions<Recommender>,
  'personal' | 'seeded' | 'reports' | 'filters' | 'settings'
> & {
  readonly skip: Exceptions;
};
type Exceptions = Readonly<Partial<Record<CheckName, string>>>;
type Fit = (rows: Iterable<Interaction>, nUsers: number, nItems: number) => unknown;
type FitWithFeatures = (
  rows: Iterable<Interaction>,
  feats: Matrix,
  nUsers: number,
  nItems: number,
) => unknown;

/** Few steps and factors: a contract holds for any number of them. */
const quick: Readonly<Record<string, number>> = { factors: 3, iters: 2, epochs: 2 };

/** The promises that an entry says it can't keep; a name that is no check's is a mistake. */
function exceptionsOf({ name, cannotPromise }: CatalogueEntry): Exceptions {
  const checks: readonly string[] = recommenderChecks.map((check) => check.name);
  for (const promise of Object.keys(cannotPromise)) {
    if (!checks.includes(promise)) throw new Error(`${name}: there is no promise "${promise}"`);
  }
  return cannotPromise;
}

/** `method` of the model, bound to it. */
function methodOf(model: Recommender, method: string): unknown {
  const found: unknown = Reflect.get(model, method);
  if (typeof found !== 'function') throw new Error(`there is no method ${method}`);
  return found.bind(model) as unknown;
}

/** Features that differ from item to item, and stay with the name of the item. */
function featuresOf(names: readonly number[]): Matrix {
  return new Matrix(names.map((name) => featureRows[name]));
}
const featureRows = featuresFor(100).to2DArray();

export function subjectOf(entry: CatalogueEntry): Subject {
  const { Class } = entry;
  const names = Object.keys(entry.defaults);
  const few = Object.fromEntries(Object.entries(quick).filter(([name]) => names.includes(name)));
  // A half-life within the logs, where there is one; and some setting wherever there is any.
  const some = Object.keys(few).length > 0 || names.includes('seed') ? few : entry.defaults;
  const settings = names.includes('halfLife') ? { halfLife: 20 } : some;
  return {
    name: entry.name,
    claims: {
      personal: entry.personal,
      reports: entry.curve !== null,
      filters: true,
      seeded: names.includes('seed'),
      settings,
      skip: exceptionsOf(entry),
    },
    hasOptions: names.length > 0,
    // The very object is handed on: what becomes of it is checked.
    create: (options = {}) => new Class(options as Options),
    fit: (model, rows, nUsers, nItems, known = range(nItems)) =>
      entry.features
        ? (methodOf(model, 'fit') as FitWithFeatures)(rows, featuresOf(known), nUsers, nItems)
        : (methodOf(model, 'fit') as Fit)(rows, nUsers, nItems),
  };
}

/** Holds a subject to checks, with what it says of itself. */
export function checkSubject(
  { create, fit, claims }: Subject,
  options: CheckOptions<Recommender> = {},
): RecommenderReport {
  return checkRecommender(create, {
    ...claims,
    fit: (model, log) => fit(model, log.train, log.nUsers, log.nItems, log.names),
    ...options,
  });
}

export const subjects: readonly Subject[] = models.map(subjectOf);
