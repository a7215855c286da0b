// What the demos ask before a run: the answer is read from results, and is always one of those offered.
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../../.vitepress/run/prepare.ts';
import { isAsked } from '../../../.vitepress/reader/learning/prediction.ts';
import { predictions } from '../../../.vitepress/reader/learning/predictions.ts';
import { boardPrediction } from '../../../.vitepress/chapters/leaderboard/boardPrediction.ts';
import { dataPrediction } from '../../../.vitepress/chapters/data/dataPrediction.ts';
import { sameGenre } from '../../../.vitepress/chapters/item-item-cf/prediction.ts';
import { startPrediction } from '../../../.vitepress/chapters/start/startPrediction.ts';
import { makeLogPicture } from '../../../.vitepress/kit/logPicture.ts';
import type { SimilarityPicture } from '../../../.vitepress/chapters/item-item-cf/picture.ts';
import type { Board } from '../../../.vitepress/run/jobs/board.ts';
import { defaultRun } from '../../../.vitepress/run/defaults.ts';
import type { RunResult } from '../../../.vitepress/run/jobs/model.ts';
import { fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';
import { models } from '../../../code/models.ts';

const asks = Object.fromEntries(Object.entries(predictions).map(([id, make]) => [id, make(0.036)]));

/** A run with so many hits among 300 people. */
const withHits = (hits: number, more: Partial<RunResult> = {}): RunResult => ({
  spec: { ...defaultRun, id: 'bpr', options: { lr: 0.05, seed: 0 }, user: 0 },
  metrics: { recall: hits / 300, precision: 0, ndcg: 0, map: 0 },
  nTest: 300,
  found: Array.from({ length: hits }, (_, user) => user),
  list: [],
  history: [],
  heldOut: null,
  curve: [],
  picture: null,
  ...more,
});

describe.for(models)('$id', ({ id, ranges }) => {
  const prepared = prepareRun(id);
  const printed = prepared.result;
  const { change = {}, ...asked } = asks[id];

  test('is asked about settings that its controls have', () => {
    expect(Object.keys(change).filter((name) => !(name in ranges))).toEqual([]);
    expect(asked.setting === undefined).toBe(Object.keys(change).length === 0);
    for (const value of Object.values(change)) expect(asked.setting).toContain(String(value));
  });

  test('answers by the run that was asked for, with one of its answers', () => {
    const spec = { ...printed.spec, options: { ...printed.spec.options, ...change } };
    const run = readRun(spec, fitModel(spec));
    expect(isAsked({ change }, run, printed)).toBe(true);
    expect(asked.answers[asked.right(run, printed)]).toBeDefined();
    expect(asked.finding(run, printed)).toMatch(/\d/);
    expect(asked.finding(run, printed)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('answers by no other run', () => {
    const with_ = (more: object): RunResult => ({ ...printed, spec: { ...printed.spec, ...more } });
    expect(isAsked({ change }, printed, printed)).toBe(Object.keys(change).length === 0);
    const options = { ...printed.spec.options, ...change };
    expect(isAsked({ change }, with_({ options, user: 3 }), printed)).toBe(true);
    expect(isAsked({ change }, with_({ options, k: 20 }), printed)).toBe(false);
    expect(isAsked({ change }, with_({ options, data: { seed: 1 } }), printed)).toBe(false);
  });
});

describe('the answer', () => {
  test('falls or rises where the same people can tell, and else is too close to call', () => {
    const { right, answers, finding } = asks['bpr'];
    const answer = (hits: number) => answers[right(withHits(hits), withHits(30))];
    // Of m people that only one of the two runs finds, all of one mind: p = 2^(1 - m), below 5 % from 6 on.
    expect([20, 24, 25, 30, 35, 36].map(answer)).toEqual([
      'It falls',
      'It falls',
      'Too close to call',
      'Too close to call',
      'Too close to call',
      'It rises',
    ]);
    expect(finding(withHits(20), withHits(30))).toContain(
      'of 20 of the 300 people; as printed it was 30. 0 people gained by it and 10 people lost.',
    );
    expect(finding(withHits(31), withHits(30))).toContain(
      '1 person gained by it and 0 people lost',
    );
    expect(finding(withHits(30), withHits(30))).toMatch(/as printed it was 30\.$/);
  });

  test('is too close to call where as many people gain as lose, however many they are', () => {
    const from = (first: number, hits: number): RunResult =>
      withHits(hits, { found: Array.from({ length: hits }, (_, n) => first + n) });
    const { right } = asks['bpr'];
    expect(right(from(0, 60), from(60, 60))).toBe(1);
    // 20 against 12: McNemar's p is 0.215; 25 against 8: 0.0046.
    expect(right(from(0, 20), from(20, 12))).toBe(1);
    expect(right(from(0, 25), from(25, 8))).toBe(2);
  });

  test('counts exactly those whose hidden item is in their list', () => {
    const { result } = prepareRun('popularity');
    expect(result.found.length / result.nTest).toBeCloseTo(result.metrics.recall, 12);
    expect(new Set(result.found).size).toBe(result.found.length);
  });

  test('of another seed is how far the hits move, to either side', () => {
    const answer = (hits: number) => asks['random'].right(withHits(hits), withHits(10));
    expect([10, 9, 11, 12, 6].map(answer)).toEqual([0, 1, 1, 2, 2]);
  });

  test('of Popularity is how many times chance it reaches', () => {
    const answer = (times: number) =>
      asks['popularity'].right(withHits(300 * 0.036 * times), withHits(0));
    expect([1, 2, 5, 10].map(answer)).toEqual([0, 1, 2, 3]);
    expect(asks['popularity'].finding(withHits(22), withHits(0))).toBe(
      'Popularity’s recall is 0.073, 2.0 times the 0.036 that chance should reach.',
    );
  });

  test('of the neighbours counts those of the item’s genre', () => {
    const picture = {
      items: [0, 1],
      genres: [4, 4, 7],
      neighbours: [
        [
          [1, 9, 0.5],
          [2, 3, 0.2],
        ],
        [
          [2, 3, 0.4],
          [0, 9, 0.1],
        ],
      ],
    } as unknown as SimilarityPicture;
    expect(sameGenre(picture)).toBe(1);
    expect(asks['item-item-cf'].right(withHits(0, { picture }), withHits(0))).toBe(0);
  });

  test('of the first chapter is about everybody’s list', () => {
    const answer = (hits: number) => startPrediction.right([withHits(9), withHits(hits)], []);
    expect([3, 30, 120, 290].map(answer)).toEqual([0, 1, 2, 3]);
    expect(startPrediction.finding([withHits(9), withHits(30)], [])).toMatch(/for 30, .* for 9\./);
  });

  test('of the log is drawn again', () => {
    const printed = makeLogPicture();
    const now = makeLogPicture({ popWeight: 0.8, ...dataPrediction.change });
    const right = dataPrediction.right(now, printed);
    expect(dataPrediction.answers[right]).toBeDefined();
    expect(dataPrediction.finding(now, printed)).toMatch(/^\d+\u00a0% .* \d+\u00a0%/);
    const share = (part: number) => ({ ...printed, inFavourite: part * printed.inFavourite });
    expect([1, 0.5, 0.2].map((part) => dataPrediction.right(share(part), printed))).toEqual([
      0, 1, 2,
    ]);
  });

  test('of the race is the kind of the winner, unless another kind ties with it', () => {
    const ids = ['popularity', 'content-based', 'item-item-cf', 'implicit-als-tuned', 'bpr'];
    const board = (first: string, tied: readonly string[] = [], metric = 'recall'): Board =>
      ({
        spec: { metric },
        rows: ids.map((id) => ({
          id,
          metrics: {
            recall: { mean: id === first ? 0.2 : 0.1 },
            map: { mean: id === 'bpr' ? 0.2 : 0.1 },
          },
        })),
        pairs: tied.map((b) => ({ a: first, b, tied: true })),
      }) as unknown as Board;
    const { right, finding, answers } = boardPrediction(new Map([['bpr', 'BPR']]));
    const named = boardPrediction(new Map([['item-item-cf', 'Item-item CF, tuned']]));
    const one = board('bpr', ['item-item-cf', 'content-based']);
    expect(named.finding(one, one)).toMatch(/from tuned Item-item CF and content-based\.$/);
    const answer = (...of: Parameters<typeof board>) => right(board(...of), board(...of));
    const kinds = ['content-based', 'item-item-cf', 'implicit-als-tuned', 'bpr', 'popularity'];
    expect(kinds.map((first) => answer(first))).toEqual([0, 1, 2, 2, 3]);
    expect(answers[answer('bpr', ['item-item-cf'])]).toBe('Too close to call');
    expect(answer('bpr', ['implicit-als-tuned'])).toBe(2);
    expect(answer('popularity', [], 'map')).toBe(2);
    expect(finding(board('bpr'), board('bpr'))).toBe(
      'BPR leads with 0.200, and no model of another kind ties with it.',
    );
    const close = board('bpr', ['item-item-cf', 'implicit-als-tuned', 'content-based']);
    expect(finding(close, close)).toBe(
      'BPR leads with 0.200, but these people can’t tell it from item-item-cf and content-based.',
    );
  });
});
