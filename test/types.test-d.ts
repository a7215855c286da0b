// What must not compile. vue-tsc checks this file (`npm run check`); it is never run. A line marked
// as an expected error that compiles all the same is itself an error.
import { Matrix } from 'ml-matrix';
import { checkRecommender } from '../code/checks/checkRecommender.ts';
import type { RecommenderReport } from '../code/checks/checkRecommender.ts';
import { findModel, syntheticDataset } from '../code/models.ts';
import {
  BPR,
  columns,
  ContentBased,
  ImplicitALS,
  ItemItemCF,
  makeSynthetic,
  Popularity,
  Random,
  recallAtK,
  trainTestSplitLast,
  Trending,
} from '../code/recsys.ts';
import type { Columns, Interaction, Recommender } from '../code/recsys.ts';

const rows: readonly Interaction[] = [[0, 0, 0]];
const feats = Matrix.zeros(1, 1);

// Every model is a recommender, and fit hands on the model's own type.
export const fitted: readonly Recommender[] = [
  new Random({ seed: 1 }).fit(rows, 1, 1),
  new Popularity().fit(new Set(rows), 1, 1),
  new Trending({ halfLife: 5 }).fit(rows.values(), 1, 1),
  new ContentBased({ halfLife: 5 }).fit(rows, feats, 1, 1),
  new ItemItemCF().fit(rows, 1, 1),
  new ImplicitALS({ factors: 2, reg: 1, alpha: 1, iters: 1, seed: 1 }).fit(rows, 1, 1),
  new BPR({ factors: 2, lr: 1, reg: 1, epochs: 1, seed: 1 }).fit(rows, 1, 1),
];
export const factors: Matrix = new BPR().fit(rows, 1, 1).userFactors;
export const warm = new ImplicitALS({ init: new ImplicitALS().fit(rows, 1, 1) });
export const profile: Float64Array | null = new ContentBased().fit(rows, feats, 1, 1).profile(0);

// A split has the form of the log: rows of rows, columns of columns.
const arrays = { users: new Int32Array(1), items: new Int32Array(1), times: new Float64Array(1) };
const log: Columns = columns(arrays);
export const plainRows: Interaction[] = trainTestSplitLast(rows, 1).train;
export const inColumns: Columns = trainTestSplitLast(log, 1).train;
export const learnt: Recommender = new Popularity().fit(log, 1, 1);
// @ts-expect-error rows come as rows
export const notInColumns: Columns = trainTestSplitLast(rows, 1).train;
// @ts-expect-error ids have an Int32Array
export const badColumns = columns({ ...arrays, users: [0] });
// @ts-expect-error arrays alone are no log yet
export const noLog = new Popularity().fit(arrays, 1, 1);

// A misspelt hyperparameter.
// @ts-expect-error the name is halfLife
export const a = new Trending({ half_life: 5 });
// @ts-expect-error the name is factors
export const b = new ImplicitALS({ factor: 5 });
// @ts-expect-error the name is lr
export const c = new BPR({ learningRate: 5 });
// @ts-expect-error the name is nUsers
export const d = makeSynthetic({ users: 5 });
// @ts-expect-error Popularity has none
export const e = new Popularity({ seed: 1 });

// A hyperparameter of the wrong type.
// @ts-expect-error needs a number
export const f = new Random({ seed: '1' });
// @ts-expect-error needs both factors
export const g = new ImplicitALS({ init: { userFactors: feats } });
// @ts-expect-error needs a function
export const h = new BPR({ onProgress: 5 });
// @ts-expect-error there is no such way
export const negatives = new BPR({ negatives: 'evenly' });

// Arguments left out or exchanged.
// @ts-expect-error needs itemFeats
export const i = new ContentBased().fit(rows, 1, 1);
// @ts-expect-error needs nItems, too
export const j = new Popularity().fit(rows, 1);
// @ts-expect-error rows of three numbers
export const k = new Popularity().fit([[0, 0]], 1, 1);
// @ts-expect-error needs nUsers, too
export const l = trainTestSplitLast(rows);
// @ts-expect-error needs k, the third
export const m = recallAtK(new Map([[0, [1]]]), new Map([[0, 1]]));
// @ts-expect-error a Map, not an object
export const n = recallAtK({ 0: [1] }, new Map([[0, 1]]), 3);

// What is read only.
// @ts-expect-error options of a model
new Trending().options.halfLife = 3;
// @ts-expect-error the defaults
Trending.defaults.halfLife = 3;
// @ts-expect-error a row of a log
rows[0][0] = 3;
// @ts-expect-error the catalogue
findModel('bpr').title = 'x';
// @ts-expect-error a field of a dataset
syntheticDataset().nItems = 3;

// A model of the reader's own under the checks.
export const reports: readonly RecommenderReport[] = [
  checkRecommender(() => new Popularity()),
  checkRecommender((settings) => new Random(settings), { seeded: true, runs: 10 }),
  checkRecommender((settings) => new BPR(settings), {
    settings: { factors: 3 },
    personal: true,
    seeded: true,
    reports: true,
    only: ['any log'],
    skip: { 'items renamed': 'draws by id' },
    onCheck: ({ name, status }, done, total) => `${name}: ${status}, ${done} of ${total}`,
  }),
  checkRecommender((settings) => new ContentBased(settings), {
    settings: { halfLife: 5 },
    personal: true,
    fit: (model, { train, nUsers, nItems }) => model.fit(train, feats, nUsers, nItems),
  }),
];
// @ts-expect-error how to fit it must be said: fit takes features
export const o = checkRecommender(() => new ContentBased(), { personal: true });
// @ts-expect-error a Map is no model
export const p = checkRecommender(() => new Map());
// @ts-expect-error a model, not a function that makes it
export const q = checkRecommender(new Popularity());
// @ts-expect-error there is no such check
export const r = checkRecommender(() => new Popularity(), { only: ['no such check'] });
// @ts-expect-error there is no such check to skip
export const s = checkRecommender(() => new Popularity(), { skip: { 'no such check': 'because' } });
// @ts-expect-error a reason is text
export const t = checkRecommender(() => new Popularity(), { skip: { order: true } });
// @ts-expect-error a setting of the wrong type
export const u = checkRecommender((x) => new BPR(x), { settings: { factors: '1' } });
// @ts-expect-error a report is frozen
reports[0].passed = 55;
