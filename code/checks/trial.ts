/** A model on trial: how a check makes it, fits it and asks it. */
import type { Interaction, Recommender } from '../recsys.ts';
import type { CaseLog } from './cases.ts';
import { say } from './words.ts';

// #region trial-subject
/** What `fit` of the options is given. */
export interface FitLog {
  readonly train: Iterable<Interaction>;
  readonly nUsers: number;
  readonly nItems: number;
  /**
   * What each item is known by [items]: its id, until a check deals the ids
   * anew. Features of an item belong to its name.
   */
  readonly names: readonly number[];
}

/** A kind of model, with all that is claimed of it. */
export interface Subject {
  readonly make: (settings: object) => Recommender;
  readonly fit: (model: Recommender, data: FitLog) => unknown;
  readonly settings: object;
  readonly personal: boolean;
  readonly seeded: boolean;
  readonly reports: boolean;
  readonly filters: boolean;
  /** Whether the model has these methods. */
  readonly foldIn: boolean;
  readonly similarity: boolean;
}
// #endregion trial-subject

// #region trial-verdicts
/** A promise is broken; the message says what came. */
export class Broken extends Error {}

/** The model threw, where it was asked in the ordinary way. */
export class Threw extends Broken {}

/** This log shows nothing about the promise; the message says why. */
export class NothingToSee extends Error {}

/** Ends the check: the promise is broken. */
export function broken(came: string): never {
  throw new Broken(came);
}

/** Ends this run of the check: it has nothing to look at. */
export function nothingToSee(why = 'the case did not come up'): never {
  throw new NothingToSee(why);
}
// #endregion trial-verdicts

// #region trial
/** All that can be asked of a model, for these users in this order. */
export interface Answers {
  readonly users: readonly number[];
  readonly scores: readonly (readonly number[])[];
  readonly lists: readonly (readonly number[])[];
}

/**
 * Makes, fits and asks models in the ordinary way.
 *
 * A model may not throw at this. Once one check has said that it does, the
 * later ones forgive: they pass over the logs at which it throws, so that
 * one defect is told once.
 */
export class Trial {
  readonly subject: Subject;
  private readonly forgiving: boolean;

  constructor(subject: Subject, forgiving: boolean) {
    this.subject = subject;
    this.forgiving = forgiving;
  }

  /** A new model; `more` goes over the settings. */
  make(more: object = {}): Recommender {
    const { make, settings } = this.subject;
    return this.ordinary('making the model', () =>
      make({ ...settings, ...more }),
    );
  }

  /** A new model, fitted on rows of its own. */
  fitted(data: CaseLog, more: object = {}): Recommender {
    const model = this.make(more);
    this.ordinary('fit', () => this.fit(model, data));
    return model;
  }

  /** Calls fit, with other rows or sizes than the log's where given. */
  fit(
    model: Recommender,
    { rows, nUsers, nItems, names }: CaseLog,
    other: Partial<FitLog> = {},
  ): unknown {
    const train = copyOf(rows);
    const data = { train, nUsers, nItems, names, ...other };
    return this.subject.fit(model, data);
  }

  /** What `scores` gives, whatever it is. */
  askScores(model: Recommender, user: number): unknown {
    return this.ordinary(`scores(${user})`, () => model.scores(user));
  }

  /** What `recommend` gives, whatever it is. */
  askList(model: Recommender, user: number, k: number): unknown {
    return this.ordinary(`recommend(${user}, ${k})`, () =>
      model.recommend(user, k),
    );
  }

  /** The scores; a check of its own says if they are no array. */
  scores(model: Recommender, user: number): ArrayLike<number> {
    const came = this.askScores(model, user);
    if (came instanceof Float64Array) return came;
    return Array.isArray(came) ? (came as number[]) : nothingToSee();
  }

  /** The list; a check of its own says if it is no array. */
  list(model: Recommender, user: number, k: number): readonly number[] {
    const came = this.askList(model, user, k);
    return Array.isArray(came) ? (came as number[]) : nothingToSee();
  }

  /** Copies of the scores and full lists of these users, in this order. */
  answers(
    model: Recommender,
    data: CaseLog,
    users: readonly number[] = range(data.nUsers),
  ): Answers {
    const scores: number[][] = [];
    const lists: number[][] = [];
    for (const user of users) {
      scores.push(Array.from(this.scores(model, user)));
      lists.push(Array.from(this.list(model, user, data.nItems)));
    }
    return { users, scores, lists };
  }

  /** The answers to the second round of questions. */
  settled(model: Recommender, data: CaseLog): Answers {
    this.answers(model, data);
    return this.answers(model, data);
  }

  private ordinary<T>(what: string, act: () => T): T {
    try {
      return act();
    } catch (error) {
      const came = `${what} threw ${say(error)}`;
      if (this.forgiving) return nothingToSee(came);
      throw new Threw(came);
    }
  }
}
// #endregion trial

// #region trial-helpers
/** What the act gives; that it throws is the check's own business. */
export function mustNotThrow<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    return broken(`${what} threw ${say(error)}`);
  }
}

/** Rows that a model may do to as it likes. */
export function copyOf(
  rows: readonly Interaction[],
): [number, number, number][] {
  return rows.map(([u, i, t]) => [u, i, t]);
}

/** 0 to n - 1. */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** The set of items of every user [users]. */
export function seenIn({ rows, nUsers }: CaseLog): Set<number>[] {
  const seen = range(nUsers).map(() => new Set<number>());
  for (const [u, i] of rows) seen[u].add(i);
  return seen;
}
// #endregion trial-helpers
