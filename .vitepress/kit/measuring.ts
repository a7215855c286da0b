// What the chapters' own results are measured with: chapters/<slug>/measured.ts.
import { recommendAll } from '../../code/evaluation/leaderboard.ts';
import { findModel } from '../../code/models.ts';
import type { Dataset, Options } from '../../code/models.ts';
import { recallAtK } from '../../code/recsys.ts';
import { bookLog } from '../run/bookLog.ts';
import { defaultRun } from '../run/defaults.ts';
import { genresOf } from '../run/genres.ts';
import { defaultSpec, fitModel, readRun } from '../run/jobs/model.ts';

/** The run that a model's page prints. */
export function printedRun<Picture>(id: string) {
  const spec = defaultSpec(id);
  const fit = fitModel(spec);
  const picture = readRun(spec, fit).picture as Picture;
  return { ...fit, picture, genres: genresOf(fit.data), k: spec.k };
}

/** How many logs a sentence about more than one of them stands on. */
export const measuredLogs = 30;

let logs: readonly Dataset[] | undefined;
const manyLogs = () =>
  (logs ??= Array.from({ length: measuredLogs }, (_, seed) => bookLog({ seed })));

/** Recall of a model on the log of each seed. */
export function recallsOnLogs(id: string, options: Options = {}): number[] {
  const { k } = defaultRun;
  return manyLogs().map((data) =>
    recallAtK(recommendAll(findModel(id).fit(data, options), data.test, k), data.test, k),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

/** Its mean over the logs. */
export const recallOnLogs = (id: string, options: Options = {}): number =>
  meanOf(recallsOnLogs(id, options));
