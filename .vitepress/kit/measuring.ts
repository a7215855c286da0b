// What the chapters' own results are measured with: chapters/<slug>/measured.ts.
import { recommendAll } from '../../code/evaluation/leaderboard.ts';
import { findModel, syntheticDataset } from '../../code/models.ts';
import type { Dataset, Options } from '../../code/models.ts';
import { recallAtK } from '../../code/recsys.ts';
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

let logs: readonly Dataset[] | undefined;
const tenLogs = () =>
  (logs ??= Array.from({ length: 10 }, (_, seed) => syntheticDataset({ seed })));

/** Mean recall of a model over the logs of ten seeds: for what a sentence says of more than one log. */
export function recallOnTenLogs(id: string, options: Options = {}): number {
  const { k } = defaultRun;
  let total = 0;
  for (const data of tenLogs()) {
    total += recallAtK(recommendAll(findModel(id).fit(data, options), data.test, k), data.test, k);
  }
  return total / tenLogs().length;
}
