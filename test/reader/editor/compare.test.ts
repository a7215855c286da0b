// The isolated program with the book's source and with changed ones, compiled and linked as in the browser,
// but for the frame and the worker around it.
import { beforeAll, describe, expect, test } from 'vitest';
import { furtherModels, oneFile } from '../../../.vitepress/build/oneFile.ts';
import { isolatedModels, isolatedProgram } from '../../../.vitepress/build/isolation.ts';
import { findingOf } from '../../../.vitepress/reader/editor/findings.ts';
import { passageOf, withPassage } from '../../../.vitepress/reader/editor/region.ts';
import { defaultSpec, fitModel, readRun } from '../../../.vitepress/run/jobs/model.ts';
import { pairsOf } from '../../../.vitepress/run/jobs/board.ts';
import type { Answer, Beside, Failure, Task } from '../../../.vitepress/run/isolated/protocol.ts';
import { leaderboard, metricNames } from '../../../code/evaluation/leaderboard.ts';
import { entriesWith } from '../../../code/evaluation/tuned.ts';
import { bookLog } from '../../../.vitepress/run/bookLog.ts';
import { findModel, models } from '../../../code/models.ts';
import { answersTo, source } from '../../support/isolated.ts';
import { someTuned } from '../../support/tuned.ts';
import { root } from '../../support/site.ts';

let program = '';
beforeAll(async () => {
  program = (await isolatedModels(root)) + (await isolatedProgram(root));
});

/** The last that the program says. */
function answerTo(task: Task, yours: string, book = source): Answer {
  const answer = answersTo(program, task, yours, book).at(-1);
  if (!answer) throw new Error('the program said nothing');
  return answer;
}

/** The source with one change in a region; the text to change must be there. */
function changed(region: string, from: string, to: string): string {
  const passage = passageOf(source, region);
  expect(passage.text).toContain(from);
  return withPassage(
    source,
    passage,
    passage.text.replace(from, () => to),
  );
}

/** The line of the changed file that has this text. */
const lineOf = (file: string, text: string, after = 0): number =>
  file.split('\n').findIndex((line, n) => n + 1 >= after && line.includes(text)) + 1;

const modelTask = (id: string): Task => ({ kind: 'model', spec: defaultSpec(id) });

function resultsOf(answer: Answer): readonly Beside[] {
  if (answer.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`);
  return answer.results;
}

function failureOf(answer: Answer): Failure {
  if (answer.kind !== 'failed') throw new Error(`did not fail: ${answer.kind}`);
  return answer;
}

describe.for(models.map(({ id }) => id))('the unchanged module, as %s', (id) => {
  test('gives the bits of the book, and the book those that its page prints', () => {
    const [result] = resultsOf(answerTo(modelTask(id), source));
    const spec = defaultSpec(id);
    const printed = readRun(spec, fitModel(spec));
    expect(result.same).toBe(true);
    expect(result.book.metrics).toEqual(printed.metrics);
    const list = printed.list.map(({ item, genre, score }) => ({ item, genre, score }));
    expect(result.book.list).toEqual(list);
    expect(result.yours.list).toEqual(list);
    expect(result.book.nTest).toBe(printed.nTest);
    for (const name of metricNames) {
      // Not one of them differs. So many people can't rule out that one in a hundred others would.
      const { mean, low, high } = result.difference?.[name] ?? {};
      expect(mean).toBe(0);
      expect(low).toBeCloseTo(-(high ?? NaN), 15);
      expect(high).toBeGreaterThan(0);
      expect(high).toBeLessThan(0.02);
    }
  });
});

test.for(models.map(({ id }) => id))('a change of the toolbox reaches %s', (id) => {
  const yours = source.replace(/^(?:export )?function readLog\([^{]*\{$/m, (line) => {
    return `${line} throw new Error('halt');`;
  });
  expect(yours).not.toBe(source);
  const failure = failureOf(answerTo(modelTask(id), yours));
  expect(failure.message).toBe('halt');
  expect(failure.places[0].line).toBe(lineOf(yours, "Error('halt')"));
});

test('what is gone from the toolbox is missed by whom it served, at the run', () => {
  const yours = source.replaceAll(/\brequireFit\b/g, 'requireFitted');
  const [{ same }] = resultsOf(answerTo(modelTask('popularity'), yours));
  expect(same).toBe(true);
  expect(failureOf(answerTo(modelTask('ease'), yours)).message).toMatch(/not a function/);
});

describe.for(furtherModels(root))('the file of a further model, %s', (file) => {
  const id = file.replace(/^.*\/|\.ts$/g, '');
  const whole = oneFile(root, file);

  test('unchanged, gives the bits of the book', () => {
    const [result] = resultsOf(answerTo(modelTask(id), whole, whole));
    const spec = defaultSpec(id);
    expect(result.same).toBe(true);
    expect(result.book.metrics).toEqual(readRun(spec, fitModel(spec)).metrics);
  });

  test('changed in its own region, is the version that runs', () => {
    const passage = passageOf(whole, id);
    const text = passage.text.replace(
      /^ {2}fit\([^{]*\{$/m,
      (line) => `${line} throw new Error('halt');`,
    );
    expect(text).not.toBe(passage.text);
    const yours = withPassage(whole, passage, text);
    const failure = failureOf(answerTo(modelTask(id), yours, whole));
    expect(failure.message).toBe('halt');
    expect(failure.places[0].line).toBe(lineOf(yours, "Error('halt')"));
  });
});

test('a change of a model is compared with the book’s, user by user, as the leaderboard compares', () => {
  // Popularity turned round: the least taken item first.
  const yours = changed('popularity', 'counts[i] += 1', 'counts[i] -= 1');
  const [result] = resultsOf(answerTo(modelTask('popularity'), yours));
  expect(result.same).toBe(false);
  expect(result.yours.metrics.recall).toBeLessThan(result.book.metrics.recall);
  const { mean, low, high } = result.difference?.recall ?? { mean: NaN, low: NaN, high: NaN };
  expect(mean).toBeCloseTo(result.yours.metrics.recall - result.book.metrics.recall, 12);
  expect(low).toBeLessThanOrEqual(mean);
  expect(high).toBeGreaterThanOrEqual(mean);
  expect(high).toBeLessThan(0);
});

test('the interval is that of the book’s own paired bootstrap', () => {
  // In the reader's version Trending counts as Popularity does, so the pair is one of the leaderboard's.
  const yours = changed('decay-weight', 'return exp(', 'return 1; exp(');
  const [result] = resultsOf(answerTo(modelTask('trending'), yours));
  const data = bookLog();
  const entries = [findModel('popularity'), findModel('trending')];
  const [pair] = pairsOf(leaderboard(data, { entries, samples: 1 }), 'ndcg', 10);
  expect(result.yours.metrics.ndcg).not.toBe(result.book.metrics.ndcg);
  expect(result.difference?.ndcg.mean).toBeCloseTo(pair.mean, 4);
  expect(result.difference?.ndcg.low).toBeCloseTo(pair.low, 4);
  expect(result.difference?.ndcg.high).toBeCloseTo(pair.high, 4);
});

test('a change that only matters in the last bit is not the same', () => {
  const yours = changed('popularity', 'counts[i] += 1', 'counts[i] += 1.0000000000000002');
  const [result] = resultsOf(answerTo(modelTask('popularity'), yours));
  expect(result.same).toBe(false);
});

test('a changed metric pays the same lists otherwise', () => {
  const yours = changed('metrics', '(rank) => 1 / rank', '(rank) => 2 / rank');
  const [result] = resultsOf(answerTo(modelTask('bpr'), yours));
  expect(result.yours.metrics.map).toBeCloseTo(2 * result.book.metrics.map, 12);
  expect(result.yours.metrics.recall).toBe(result.book.metrics.recall);
  expect(result.same).toBe(false);
  expect(result.difference?.map.mean).toBeCloseTo(result.book.metrics.map, 12);
});

test('another log has other people: there is no difference user by user', () => {
  const yours = changed(
    'synthetic-data',
    "stream('makeSynthetic', o.seed)",
    "stream('mine', o.seed)",
  );
  const [result] = resultsOf(answerTo(modelTask('popularity'), yours));
  expect(result.difference).toBeNull();
  expect(result.same).toBe(false);
});

test('a leaderboard sets every model beside the book’s', () => {
  const task: Task = {
    kind: 'board',
    spec: { data: { seed: 0 }, split: 'last-new', k: 10, metric: 'recall', tuned: someTuned },
  };
  const yours = changed('popularity', 'counts[i] += 1', 'counts[i] -= 1');
  const results = resultsOf(answerTo(task, yours));
  const ids = entriesWith(someTuned)
    .map(({ id }) => id)
    .filter((id) => id !== 'oracle');
  expect(results.map(({ id }) => id)).toEqual(ids);
  expect(results.filter(({ same }) => !same).map(({ id }) => id)).toEqual(['popularity']);
  // The book's side is the leaderboard's own row.
  const data = bookLog();
  const entries = [findModel('popularity'), findModel('trending')];
  for (const row of leaderboard(data, { entries, k: 10 })) {
    const { book } = results.find(({ id }) => id === row.id) ?? results[0];
    for (const name of metricNames) {
      expect({ mean: book.metrics[name], ...book.intervals[name] }).toEqual(row.metrics[name]);
    }
    expect(book).toMatchObject({ coverage: row.coverage, gini: row.gini, nTest: row.n });
  }
});

describe('an error points at the reader’s line', () => {
  test('when it is thrown in what they wrote', () => {
    const yours = changed('popularity', 'counts[i] += 1', 'nothing[i] += 1');
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    expect(failure.name).toBe('ReferenceError');
    expect(failure.message).toBe('nothing is not defined');
    const line = lineOf(yours, 'nothing[i]');
    const column = yours.split('\n')[line - 1].indexOf('nothing') + 1;
    expect(failure.places[0]).toEqual({ line, column });
  });

  test('when the module does not come to its end', () => {
    const yours = changed('popularity', 'export class', "throw new Error('halt');\nexport class");
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    expect(failure.message).toBe('halt');
    expect(failure.places[0].line).toBe(lineOf(yours, "Error('halt')"));
  });

  test('when the error arose in another region that theirs called', () => {
    const yours = changed(
      'popularity',
      "readLog('Popularity.fit', train,",
      "readLog('Popularity.fit', 7,",
    );
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    expect(failure.name).toBe('TypeError');
    expect(failure.message).toMatch(/^Popularity\.fit: train must be/);
    const passage = passageOf(source, 'popularity');
    const finding = findingOf(failure, {
      passage,
      yours: passageOf(yours, 'popularity').text,
      file: yours,
    });
    expect(finding.line).toBe(lineOf(yours, "'Popularity.fit', 7") - passage.start + 1);
    expect(finding.why).toBe('');
  });

  const wrong = [
    ['[0, 0]', /^recommend\(\d+, 10\) holds item 0 twice, again at place 2$/],
    ['[1, 150]', /must hold items from 0 to 149, got 150 at place 2$/],
    ['[0.5]', /got 0\.5 at place 1$/],
    ['Array.from({ length: k + 1 }, (_, n) => n)', /must have at most 10 items, got 11$/],
    [
      'Array.from(rowOf(this.fitted.R, user)).slice(0, 1)',
      /holds item \d+ at place 1, which person \d+ has had$/,
    ],
    ["'items'", /must be an array, got "items"$/],
  ] as const;
  test.for(wrong)('when a list is wrong: %s', ([list, words]) => {
    const from = "return recommendFrom('Popularity'";
    const yours = changed('popularity', from, `return ${list}; ${from}`);
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    expect(failure.name).toBe('Wrong result');
    expect(failure.message).toMatch(words);
    const passage = passageOf(source, 'popularity');
    const finding = findingOf(failure, {
      passage,
      yours: passageOf(yours, 'popularity').text,
      file: yours,
    });
    expect(finding.line).toBe(
      lineOf(yours, '  recommend(user: number, k = 10', passage.start) - passage.start + 1,
    );
    expect(finding.why).toBe('recommend begins here.');
  });

  test('when a score is no number', () => {
    const yours = changed('popularity', 'counts[i] += 1;', 'counts[i] += 1; counts[7] = NaN;');
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    // The list is asked for first, and the ranking of the book refuses what is no number.
    expect(failure.message).toBe('topK: scores[7] must be a number, got NaN');
    const own = changed('popularity', 'recommendFrom(', '[]; recommendFrom(').replace(
      'counts[i] += 1;',
      'counts[i] += 1; counts[7] = NaN;',
    );
    const second = failureOf(answerTo(modelTask('popularity'), own));
    expect(second.culprit).toBe('scores');
    expect(second.message).toMatch(/^scores\(\d+\)\[7\] must be a number, got NaN$/);
  });

  test('when a metric is no number', () => {
    const yours = changed('metrics', '(rank) => 1 / rank', '() => NaN');
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    expect(failure.culprit).toBe('mapAtK');
  });

  test('when it imports what is not there', () => {
    const yours = changed('overview', "from 'seedrandom'", "from 'lodash'");
    const failure = failureOf(answerTo(modelTask('popularity'), yours));
    expect(failure.message).toBe('a module may import ml-matrix and seedrandom, not lodash');
  });
});
