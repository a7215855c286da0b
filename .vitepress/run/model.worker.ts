// The worker behind every demo: fits and evaluates, keeps the last fits, and says how far it is.
import type { Dataset, ModelEntry, OnProgress } from '../../code/models.ts';
import type { Setup } from '../../code/evaluation/laboratory.ts';
import type { Recommender } from '../../code/recsys.ts';
import type {
  Answer,
  BoardSpec,
  NegativesSpec,
  Request,
  RunSpec,
  SeedsSpec,
  TuneSpec,
} from './protocol.ts';
import { boardEntries, datasetOf, runBoard, runSeed } from './runBoard.ts';
import { makeLab } from './runLab.ts';
import { fitModel, readRun } from './runModel.ts';
import type { Fit } from './runModel.ts';
import { runNegatives } from './runNegatives.ts';
import { runTuning } from './runTuning.ts';

const say = (answer: Answer): void => self.postMessage(answer);

/** Remembers the newest few results of what costs time, by their keys. */
function remember<T>(size: number): (key: unknown, fresh: boolean, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, fresh, make) => {
    const text = JSON.stringify(key);
    const known = fresh ? undefined : kept.get(text);
    const value = known ?? make();
    kept.delete(text);
    kept.set(text, value);
    for (const oldest of kept.keys()) if (kept.size > size) kept.delete(oldest);
    return value;
  };
}

function timed<T>(work: () => T): { value: T; fitMs: number } {
  const start = performance.now();
  const value = work();
  return { value, fitMs: performance.now() - start };
}

const lastFit = remember<{ value: Fit; fitMs: number }>(2);

function runModel(runId: number, spec: RunSpec, fresh: boolean): void {
  const { id, options, data } = spec;
  const onProgress: OnProgress = (progress) => say({ kind: 'progress', runId, id, progress });
  const fit = lastFit([id, options, data], fresh, () => timed(() => fitModel(spec, onProgress)));
  say({ kind: 'result', runId, result: readRun(spec, fit.value), fitMs: fit.fitMs });
}

type Fitted = Map<string, { value: Recommender; fitMs: number }>;
const lastBoard = remember<{ data: Dataset; fitted: Fitted }>(1);

function runLeaderboard(runId: number, spec: BoardSpec, fresh: boolean): void {
  const { data, fitted } = lastBoard([spec.data, spec.split], fresh, () => {
    return { data: datasetOf(spec), fitted: new Map() };
  });
  const fitOnce = (entry: ModelEntry): ModelEntry => ({
    ...entry,
    fit: (...args) => {
      const known = fitted.get(entry.id) ?? timed(() => entry.fit(...args));
      fitted.set(entry.id, known);
      return known.value;
    },
  });
  const board = runBoard(spec, data, {
    entries: boardEntries.map(fitOnce),
    onProgress: (id, progress) => say({ kind: 'progress', runId, id, progress }),
    onRow: ({ id }) => say({ kind: 'row', runId, id, fitMs: fitted.get(id)?.fitMs ?? 0 }),
  });
  say({ kind: 'board', runId, board });
}

function runSeeds(runId: number, spec: SeedsSpec): void {
  for (let seed = 0; seed < spec.seeds; seed++) {
    say({ kind: 'seed', runId, row: runSeed(spec, seed) });
  }
  say({ kind: 'seeds', runId });
}

let lab = makeLab();

function runLab(runId: number, setups: readonly Setup[], fresh: boolean): void {
  if (fresh) lab = makeLab();
  const results = lab(setups, (step, total, id) =>
    say({ kind: 'progress', runId, id, progress: { step, total, value: 0 } }),
  );
  say({ kind: 'lab', runId, results });
}

function runMap(runId: number, spec: TuneSpec): void {
  const search = runTuning(spec);
  let step = search.next();
  for (; !step.done; step = search.next()) say({ kind: 'cell', runId, cell: step.value });
  say({ kind: 'map', runId, map: step.value });
}

function runWays(runId: number, spec: NegativesSpec): void {
  const result = runNegatives(spec, (step, total, id) =>
    say({ kind: 'progress', runId, id, progress: { step, total, value: 0 } }),
  );
  say({ kind: 'negatives', runId, result });
}

self.onmessage = ({ data: request }: MessageEvent<Request>) => {
  const { runId, fresh = false } = request;
  try {
    if (request.kind === 'run') runModel(runId, request.spec, fresh);
    else if (request.kind === 'leaderboard') runLeaderboard(runId, request.spec, fresh);
    else if (request.kind === 'seeds') runSeeds(runId, request.spec);
    else if (request.kind === 'lab') runLab(runId, request.setups, fresh);
    else if (request.kind === 'tune') runMap(runId, request.spec);
    else runWays(runId, request.spec);
  } catch (error) {
    say({ kind: 'failed', runId, message: error instanceof Error ? error.message : String(error) });
  }
};
