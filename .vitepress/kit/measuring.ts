// What the chapters' own results are measured with: chapters/<slug>/measured.ts.
import type { Options } from '../../code/models.ts';
import { genresOf } from '../run/genres.ts';
import { defaultSpec, fitModel, readRun } from '../run/jobs/model.ts';
import { claimLogs } from './claimLogs.ts';
import { drawClaimLog } from './claims.ts';
import type { ClaimLog } from './claims.ts';

/** The run that a model's page prints. */
export function printedRun<Picture>(id: string) {
  const spec = defaultSpec(id);
  const fit = fitModel(spec);
  const picture = readRun(spec, fit).picture as Picture;
  return { ...fit, picture, genres: genresOf(fit.data), k: spec.k };
}

let logs: readonly ClaimLog[] | undefined;
const manyLogs = () =>
  (logs ??= Array.from({ length: claimLogs }, (_, seed) => drawClaimLog(seed)));

/** Mean recall of a model over as many logs as a claim is measured on. */
export function recallOnLogs(id: string, options: Options = {}): number {
  const total = manyLogs().reduce((sum, log) => sum + log.mean('recall', id, options), 0);
  return total / claimLogs;
}
