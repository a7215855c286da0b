/**
 * Chooses hyperparameters. A third part of the log is held out for it, so
 * that the test set is left for the one question that it is there for.
 */
import { compareAll, holm } from './comparisons.ts';
import type { Difference } from './comparisons.ts';
import { drawSamples } from './intervals.ts';
import { evaluate, gainsOf, mostOf } from './leaderboard.ts';
import type { Evaluation, MetricName } from './leaderboard.ts';
import type { Dataset, ModelEntry, Options } from '../models.ts';
import { stream, trainTestSplitLast } from '../recsys.ts';
import type { FormOf, Rows, SplitOptions } from '../recsys.ts';

// #region validation-split
/**
 * Splits the training rows once more: of each user the last new item among
 * them is held out for validation, and what came before is left to learn.
 *
 * The result is a split like any other, with the validation items where
 * the test items were. The test items are not in it: whatever is chosen on
 * it has not seen them.
 * @throws as `trainTestSplitLast` does
 */
export function validationSplit<Train extends Rows>(
  data: Dataset<Train>,
  options: SplitOptions = { holdOut: 'last-new' },
): Dataset<FormOf<Train>> {
  const { train, nUsers } = data;
  return { ...data, ...trainTestSplitLast(train, nUsers, options) };
}
// #endregion validation-split

// #region grid
/**
 * Every combination of the values, those of the last name changing fastest.
 *
 * `bestTrial` prefers the first of equals, so let each list begin with the
 * value that holds the model back the most.
 */
export function gridOf(
  values: Readonly<Record<string, readonly number[]>>,
): Options[] {
  let settings: Options[] = [{}];
  for (const [name, choices] of Object.entries(values)) {
    settings = settings.flatMap((setting) =>
      choices.map((value) => ({ ...setting, [name]: value })),
    );
  }
  return settings;
}
// #endregion grid

// #region trial
/** A setting, and what the validation users say of it. */
export interface Trial extends Evaluation {
  readonly setting: Options;
}

/** How trials, and the one test at the end, are evaluated. */
export interface TrialOptions {
  readonly k?: number;
  /** Bootstrap samples of the intervals. */
  readonly samples?: number;
  readonly seed?: number;
}
// #endregion trial

// #region grid-search
/**
 * Tries the settings one by one: fits the model on what the validation
 * split leaves to learn from, and evaluates it on the validation items.
 *
 * A generator: each trial is done when it is asked for, so whoever asks
 * can tell the progress, draw what is there, and stop.
 * @param data a split into train and test; its test is not looked at
 * @param settings what differs from the defaults of the entry
 */
export function* gridSearch(
  data: Dataset<Rows>,
  entry: ModelEntry,
  settings: Iterable<Options>,
  { k = 10, samples = 1000, seed = 0 }: TrialOptions = {},
): Generator<Trial, void> {
  const part = validationSplit(data);
  const drawn = drawSamples(part.test.size, samples, seed);
  for (const setting of settings) {
    const model = entry.fit(part, { ...entry.defaults, ...setting });
    yield { setting, ...evaluate(model, part, k, drawn) };
  }
}
// #endregion grid-search

// #region best-trial
/**
 * The trial with the best mean; of equals the first.
 * @throws RangeError where nothing was tried
 */
export function bestTrial(
  trials: readonly Trial[],
  metric: MetricName = 'recall',
): Trial {
  if (trials.length === 0) {
    throw new RangeError('bestTrial: trials must be some, got none');
  }
  const of = ({ metrics }: Trial): number => metrics[metric].mean;
  return trials.reduce((best, trial) => {
    return of(trial) > of(best) ? trial : best;
  });
}
// #endregion best-trial

// #region test-once
/**
 * The last step, to be taken once: fits the chosen setting on all training
 * rows, those of the validation included, and looks at the test items.
 */
export function testOnce(
  data: Dataset<Rows>,
  entry: ModelEntry,
  setting: Options,
  { k = 10, samples = 1000, seed = 0 }: TrialOptions = {},
): Trial {
  const drawn = drawSamples(data.test.size, samples, seed);
  const model = entry.fit(data, { ...entry.defaults, ...setting });
  return { setting, ...evaluate(model, data, k, drawn) };
}
// #endregion test-once

// #region rivals
/**
 * The chosen trial less each of the others, user by user. Where `tied` is
 * true, these users cannot tell the two settings apart.
 *
 * Holm's correction counts the pairs compared: the chosen one with each.
 * @returns in the order of the trials; the chosen one less itself is 0
 */
export function rivalsOf(
  chosen: Trial,
  trials: readonly Trial[],
  { metric = 'recall', k = 10 }: { metric?: MetricName; k?: number } = {},
): Difference[] {
  const best = gainsOf(metric, chosen.ranks, k);
  const pairs = trials.map((trial) => {
    const other = gainsOf(metric, trial.ranks, k);
    const gains = new Map([
      ['chosen', best],
      ['other', other],
    ]);
    const [pair] = compareAll(gains, mostOf(metric, k));
    if (trial !== chosen) return pair;
    return { ...pair, difference: { mean: 0, low: 0, high: 0 } };
  });
  // The chosen one itself is no comparison: it must not cost the others.
  const others = pairs.filter((_, n) => trials[n] !== chosen);
  const corrected = holm(others.map(({ p }) => p));
  const pHolm = new Map(others.map((pair, n) => [pair, corrected[n]]));
  return pairs.map((pair) => {
    const p = pHolm.get(pair) ?? 1;
    return { ...pair, pHolm: p, tied: p > 0.05 };
  });
}
// #endregion rivals

// #region winners-curse
/** The mean of a chosen setting, where it was chosen and where it was not. */
export interface WinnersCurse {
  readonly where: number;
  readonly elsewhere: number;
}

/**
 * How much of a winner's score is luck: the users are halved at random, a
 * setting is chosen on one half and looked up on the other, both ways.
 *
 * Any fixed setting has the same mean on either side. A chosen one was
 * chosen for what looked good where it was chosen, its luck included.
 * @param gains for each setting what each user was worth to it [users]
 */
export function winnersCurse(
  gains: readonly ArrayLike<number>[],
  halvings = 1000,
  seed = 0,
): WinnersCurse {
  const nUsers = gains[0]?.length ?? 0;
  if (nUsers < 2) {
    const message = `users must be two or more, got ${nUsers}`;
    throw new RangeError(`winnersCurse: ${message}`);
  }
  const draw = stream('winnersCurse', seed);
  let [where, elsewhere] = [0, 0];
  for (let n = 0; n < halvings; n++) {
    const inFirst = drawHalf(draw, nUsers);
    const [first, second] = meansOfHalves(gains, inFirst);
    const [a, b] = [placeOfMost(first), placeOfMost(second)];
    where += first[a] + second[b];
    elsewhere += second[a] + first[b];
  }
  return {
    where: where / halvings / 2,
    elsewhere: elsewhere / halvings / 2,
  };
}

/** Marks half of the places with 1, each half equally likely. */
function drawHalf(draw: () => number, size: number): Uint8Array {
  const marks = new Uint8Array(size);
  let missing = size >> 1;
  for (let n = 0; n < size; n++) {
    // Each place comes in with what is missing over what is left.
    if (draw() * (size - n) >= missing) continue;
    marks[n] = 1;
    missing--;
  }
  return marks;
}

/** For each setting the mean over the marked users, and over the others. */
function meansOfHalves(
  gains: readonly ArrayLike<number>[],
  marks: Uint8Array,
): [Float64Array, Float64Array] {
  const size = marks.length >> 1;
  const first = new Float64Array(gains.length);
  const second = new Float64Array(gains.length);
  gains.forEach((values, s) => {
    for (let u = 0; u < marks.length; u++) {
      if (marks[u] === 1) first[s] += values[u];
      else second[s] += values[u];
    }
    first[s] /= size;
    second[s] /= marks.length - size;
  });
  return [first, second];
}

/** The place of the largest value; of equals the first. */
function placeOfMost(values: Float64Array): number {
  let best = 0;
  for (let n = 1; n < values.length; n++) {
    if (values[n] > values[best]) best = n;
  }
  return best;
}
// #endregion winners-curse
