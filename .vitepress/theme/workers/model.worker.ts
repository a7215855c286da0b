// The worker behind every demo: fits and evaluates, keeps the last fits, and says how far it is.
import { leaderboard } from '../../../code/leaderboard.ts';
import { models, syntheticDataset } from '../../../code/models.ts';
import type { Dataset, ModelEntry, OnProgress } from '../../../code/models.ts';
import type { Recommender, SyntheticOptions } from '../../../code/recsys.ts';
import type { Answer, Request, RunSpec } from './protocol.ts';
import { fitModel, readRun } from './runModel.ts';
import type { Fit } from './runModel.ts';

const say = (answer: Answer): void => self.postMessage(answer);

/** Remembers the newest result of a function that costs time, by its key. */
function lastOf<T>(): (key: unknown, fresh: boolean, make: () => T) => T {
  let kept: { key: string; value: T } | undefined;
  return (key, fresh, make) => {
    const text = JSON.stringify(key);
    if (fresh || kept?.key !== text) kept = { key: text, value: make() };
    return kept.value;
  };
}

function timed<T>(work: () => T): { value: T; fitMs: number } {
  const start = performance.now();
  const value = work();
  return { value, fitMs: performance.now() - start };
}

const lastFit = lastOf<{ value: Fit; fitMs: number }>();

function runModel(runId: number, spec: RunSpec, fresh: boolean): void {
  const { id, options, data } = spec;
  const onProgress: OnProgress = (progress) => say({ kind: 'progress', runId, id, progress });
  const fit = lastFit([id, options, data], fresh, () => timed(() => fitModel(spec, onProgress)));
  say({ kind: 'result', runId, result: readRun(spec, fit.value), fitMs: fit.fitMs });
}

type Fitted = Map<string, { value: Recommender; fitMs: number }>;
const lastBoard = lastOf<{ data: Dataset; fitted: Fitted }>();

function runLeaderboard(runId: number, spec: SyntheticOptions, k: number, fresh: boolean): void {
  const { data, fitted } = lastBoard(spec, fresh, () => {
    return { data: syntheticDataset(spec), fitted: new Map() };
  });
  const fitOnce = (entry: ModelEntry): ModelEntry => ({
    ...entry,
    fit: (...args) => {
      const known = fitted.get(entry.id) ?? timed(() => entry.fit(...args));
      fitted.set(entry.id, known);
      return known.value;
    },
  });
  leaderboard(data, {
    k,
    entries: models.map(fitOnce),
    onProgress: (id, progress) => say({ kind: 'progress', runId, id, progress }),
    onRow: (row) => say({ kind: 'row', runId, row, fitMs: fitted.get(row.id)?.fitMs ?? 0 }),
  });
  say({ kind: 'rows-done', runId, nTest: data.test.size });
}

self.onmessage = ({ data: request }: MessageEvent<Request>) => {
  const { runId, fresh = false } = request;
  try {
    if (request.kind === 'run') runModel(runId, request.spec, fresh);
    else runLeaderboard(runId, request.data, request.k, fresh);
  } catch (error) {
    say({ kind: 'failed', runId, message: error instanceof Error ? error.message : String(error) });
  }
};
