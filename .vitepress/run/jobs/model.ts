// One run, from spec to result. The worker calls it in the browser and the data loaders at build time,
// so the numbers in the HTML and the numbers of the live run come from the same lines.
import { metricNames, metrics, recommendAll } from '../../../code/evaluation/metrics.ts';
import type { MetricName } from '../../../code/evaluation/metrics.ts';
import { findModel, syntheticDataset } from '../../../code/models.ts';
import type { Dataset, FitProgress, OnProgress, Options } from '../../../code/models.ts';
import type { Explanation, Recommender, SyntheticOptions } from '../../../code/recsys.ts';
import { defaultRun } from '../defaults.ts';
import type { BookSplit } from '../defaults.ts';
import { genresOf } from '../genres.ts';
import { defineJob } from '../job.ts';
import type { Telling } from '../job.ts';
import { pictures } from '../pictures.ts';
import { remember, timed } from '../remember.ts';
import type { Timed } from '../remember.ts';
import { whyOf } from '../why.ts';

/** What to run: it fits in a URL. */
export interface RunSpec {
  readonly id: string;
  readonly options: Options;
  readonly data: SyntheticOptions;
  /** What is held out of everyone. */
  readonly split: BookSplit;
  readonly user: number;
  readonly k: number;
}

/** Why an item has its score: the largest parts of it, and what is left. */
export interface Why {
  readonly by: Explanation['by'];
  readonly parts: readonly {
    readonly id: number;
    /** Of a part that is an item. */
    readonly genre?: number;
    readonly value: number;
  }[];
  readonly rest: { readonly count: number; readonly value: number };
}

/** One item of a list with what it was ranked by. */
export interface ScoredItem {
  readonly item: number;
  readonly genre: number;
  readonly score: number;
}

/** One place of a ranked list. */
export interface ListItem extends ScoredItem {
  /** Null for a model that cannot say. */
  readonly why: Why | null;
}

/** One event of the chosen user's past. */
export interface PastItem {
  readonly item: number;
  readonly genre: number;
  readonly time: number;
}

/** What one run of one model shows. It holds no times: the same spec gives the same bits. */
export interface RunResult<Picture = unknown> {
  readonly spec: RunSpec;
  readonly metrics: Readonly<Record<MetricName, number>>;
  /** Test users: the n of the metrics. */
  readonly nTest: number;
  /** The test users whose held-out item is in their list. */
  readonly found: readonly number[];
  readonly list: readonly ListItem[];
  /** Oldest first. */
  readonly history: readonly PastItem[];
  /** The user's held-out item, which is new to them; null for a user who has none. */
  readonly heldOut: { readonly item: number; readonly genre: number } | null;
  readonly curve: readonly FitProgress[];
  /** What this model's own figure draws (see its chapter). */
  readonly picture: Picture;
}

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
  const data = syntheticDataset(spec.data, { holdOut: spec.split });
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
    found: Array.from(data.test)
      .filter(([u, item]) => lists.get(u)?.includes(item))
      .map(([u]) => u),
    list: model.recommend(user, k).map((item) => {
      const why = whyOf(model, user, item, genres);
      return { item, genre: genres[item], score: scores[item], why };
    }),
    history,
    heldOut: held === undefined ? null : { item: held, genre: genres[held] },
    curve,
  };
  const picture = pictures[spec.id]?.({ spec, data, model, result, genres }) ?? null;
  return { ...result, picture };
}

const lastFit = remember<Timed<Fit>>(2);

/** A run, and what its fit took; another user or k of the last two fits needs no new one. */
export function runModel(
  spec: RunSpec,
  { progress, fresh }: Pick<Telling, 'progress' | 'fresh'>,
): { result: RunResult; fitMs: number } {
  const { id, options, data, split } = spec;
  const fit = lastFit([id, options, data, split], fresh, () =>
    timed(() => fitModel(spec, (step) => progress(id, step))),
  );
  return { result: readRun(spec, fit.value), fitMs: fit.fitMs };
}

export const job = defineJob('model', runModel);
