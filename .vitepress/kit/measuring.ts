// What the chapters' own results are measured with: chapters/<slug>/measured.ts.
import { recommendAll } from '../../code/evaluation/leaderboard.ts';
import { findModel } from '../../code/models.ts';
import type { Dataset, Options } from '../../code/models.ts';
import { recallAtK } from '../../code/recsys.ts';
import { bookLog } from '../run/bookLog.ts';
import { defaultRun } from '../run/defaults.ts';
import { genresOf } from '../run/genres.ts';
import { defaultSpec, fitModel, readRun } from '../run/jobs/model.ts';
import { claimLogs } from './claimLogs.ts';

/** The run that a model's page prints. */
export function printedRun<Picture>(id: string) {
  const spec = defaultSpec(id);
  const fit = fitModel(spec);
  const picture = readRun(spec, fit).picture as Picture;
  return { ...fit, picture, genres: genresOf(fit.data), k: spec.k };
}

let logs: readonly Dataset[] | undefined;
const manyLogs = () => (logs ??= Array.from({ length: claimLogs }, (_, seed) => bookLog({ seed })));

/** Mean recall of a model over as many logs as a claim is measured on. */
export function recallOnLogs(id: string, options: Options = {}): number {
  const { k } = defaultRun;
  let total = 0;
  for (const data of manyLogs()) {
    total += recallAtK(recommendAll(findModel(id).fit(data, options), data.test, k), data.test, k);
  }
  return total / claimLogs;
}
