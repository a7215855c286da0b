// One run, from spec to result. The worker calls it in the browser and the data loaders at build time,
// so the numbers in the HTML and the numbers of the live run come from the same lines.
import { metricNames, metrics, recommendAll } from '../../code/evaluation/leaderboard.ts';
import { findModel, syntheticDataset } from '../../code/models.ts';
import type { Dataset, FitProgress, OnProgress } from '../../code/models.ts';
import type { Recommender } from '../../code/recsys.ts';
import { pictures } from './pictures.ts';
import { defaultRun } from './defaults.ts';
import { genresOf } from './genres.ts';
import type { RunResult, RunSpec } from './protocol.ts';
import { whyOf } from './why.ts';

/** The default run of a model: what the pages print. */
export function defaultSpec(id: string): RunSpec {
  return { id, options: findModel(id).defaults, ...defaultRun };
}

export interface Fit {
  readonly data: Dataset;
  readonly model: Recommender;
  readonly curve: readonly FitProgress[];
}

/** Fits the model; another user or k needs no second fit. */
export function fitModel(spec: RunSpec, onProgress?: OnProgress): Fit {
  const data = syntheticDataset(spec.data);
  const curve: FitProgress[] = [];
  const model = findModel(spec.id).fit(data, spec.options, (progress) => {
    curve.push(progress);
    onProgress?.(progress);
  });
  return { data, model, curve };
}

/** The lists, metrics and picture of a fitted model. */
export function readRun(spec: RunSpec, { data, model, curve }: Fit): RunResult {
  const { user, k } = spec;
  const genres = genresOf(data);
  const lists = recommendAll(model, data.test, k);
  const values = metricNames.map((name) => [name, metrics[name](lists, data.test, k)]);
  const scores = model.scores(user);
  const history = data.train
    .filter(([u]) => u === user)
    .map(([, item, time]) => ({ item, genre: genres[item], time }));
  const held = data.test.get(user);
  const result = {
    spec,
    metrics: Object.fromEntries(values) as RunResult['metrics'],
    nTest: data.test.size,
    list: model.recommend(user, k).map((item) => {
      const why = whyOf(model, user, item, genres);
      return { item, genre: genres[item], score: scores[item], why };
    }),
    history,
    heldOut:
      held === undefined
        ? null
        : {
            item: held,
            genre: genres[held],
            reachable: !history.some(({ item }) => item === held),
          },
    curve,
  };
  const picture = pictures[spec.id]?.({ spec, data, model, result, genres }) ?? null;
  return { ...result, picture };
}
