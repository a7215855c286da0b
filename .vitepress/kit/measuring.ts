// What the chapters' own results are measured with: chapters/<slug>/measured.ts.
import type { Options } from '../../code/models.ts';
import { genresOf } from '../run/genres.ts';
import { defaultSpec, fitModel, readRun } from '../run/jobs/model.ts';
import { claimLogs } from './claimLogs.ts';
import { drawClaimLog, recallName } from './claims.ts';
import type { ClaimLog } from './claims.ts';

/** The run that a model's page prints, or the same with some settings changed. */
export function printedRun<Picture>(id: string, change: Options = {}) {
  const printed = defaultSpec(id);
  const spec = { ...printed, options: { ...printed.options, ...change } };
  const fit = fitModel(spec);
  const { picture, found } = readRun(spec, fit);
  return {
    ...fit,
    picture: picture as Picture,
    /** Test users whose hidden item is in their list. */
    hits: found.length,
    genres: genresOf(fit.data),
    k: spec.k,
  };
}

let logs: readonly ClaimLog[] | undefined;
const manyLogs = () =>
  (logs ??= Array.from({ length: claimLogs }, (_, seed) => drawClaimLog(seed)));

/** Mean recall of a model over the logs that a claim is measured on, of the usual world unless told. */
export type RecallOnLogs = (id: string, options?: Options, world?: string) => number;

/** What the claims have measured of it, or else measured here. */
export const recallFrom =
  (known: Readonly<Record<string, number>>): RecallOnLogs =>
  (id, options, world) =>
    known[recallName(id, options, world)] ?? measureRecall(id, options, world);

function measureRecall(id: string, options: Options = {}, world?: string): number {
  const recallOn = (log: ClaimLog) =>
    (world === undefined ? log : log.in(world)).mean('recall', id, options);
  const total = manyLogs().reduce((sum, log) => sum + recallOn(log), 0);
  return total / claimLogs;
}
