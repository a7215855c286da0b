// The checks of the exercises: each takes the right answer, and tells a wrong one what is wrong with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isolatedExercises, isolatedProgram } from '../../../.vitepress/build/isolation.ts';
import {
  judgeChoice,
  judgeNumber,
  judgeNumbers,
  readNumber,
} from '../../../.vitepress/reader/learning/exercise.ts';
import type { CodeExercise, Exercise } from '../../../.vitepress/reader/learning/exercise.ts';
import { checkOf } from '../../../.vitepress/reader/learning/checks.ts';
import { placeOf } from '../../../.vitepress/reader/learning/list.ts';
import { codeTasks } from '../../../.vitepress/run/isolated/exercises.ts';
import type { Answer } from '../../../.vitepress/run/isolated/protocol.ts';
import { leaderboard } from '../../../code/evaluation/leaderboard.ts';
import { models, syntheticDataset } from '../../../code/models.ts';
import { exerciseChapters, exercisesOf } from '../../support/exercises.ts';
import { answersTo } from '../../support/isolated.ts';
import { root } from '../../support/site.ts';

const modules = import.meta.glob<{ exercises: Readonly<Record<string, Exercise>> }>(
  '../../../.vitepress/chapters/[a-z]*/exercises.ts',
  { eager: true },
);
const exercises = Object.assign(
  {},
  ...Object.values(modules).map((module) => module.exercises),
) as Record<string, Exercise>;

const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(join(root, 'docs', file), 'utf8'))
  .join('\n');

const ofKind = <Kind extends Exercise['kind']>(kind: Kind) =>
  Object.entries(exercises).filter(
    (entry): entry is [string, Extract<Exercise, { kind: Kind }>] => entry[1].kind === kind,
  );

describe('the exercises', () => {
  const listed = exerciseChapters.flatMap(({ id }) => exercisesOf(id));

  test('of the list are those of the pages, and each has a check', async () => {
    const onPages = Array.from(docs.matchAll(/<Exercise id="([^"]+)"/g), ([, id]) => id);
    expect(onPages.toSorted()).toEqual(listed.toSorted());
    expect(Object.keys(exercises).toSorted()).toEqual(listed.toSorted());
    for (const id of listed) expect(`${placeOf(id).chapter}-${placeOf(id).number}`).toBe(id);
    await expect(checkOf('nowhere-1')).rejects.toThrow('no chapter');
  });

  test('are two to five in each chapter, with the chapter’s line above them', () => {
    for (const { id: chapter } of exerciseChapters) {
      const count = exercisesOf(chapter).length;
      expect(count).toBeGreaterThanOrEqual(2);
      expect(count).toBeLessThanOrEqual(5);
      expect(docs).toContain(`<ExerciseProgress chapter="${chapter}" />`);
    }
    expect(exercisesOf('api')).toEqual([]);
  });

  test('have a file for each chapter', () => {
    const folders = Object.keys(modules).map((file) => file.split('/').at(-2));
    expect(folders).toEqual(exerciseChapters.map(({ id }) => id).toSorted());
  });

  test('have a solution on their page, and a hint', () => {
    for (const [, body] of docs.matchAll(/<Exercise id="[^"]+">([^]*?)<\/Exercise>/g)) {
      expect(body).toContain('<template #solution>');
      expect(body).toContain('<template #hint>');
    }
  });
});

describe.for(ofKind('number'))('%s', ([, exercise]) => {
  const expected = exercise.expected();

  test('takes the right number, and the shown one', () => {
    expect(expected).toSatisfy(Number.isFinite);
    for (const typed of [String(expected), expected.toFixed(exercise.digits)])
      expect(judgeNumber(exercise, typed)).toMatchObject({ right: true });
  });

  test('refuses others, and says of a known mistake what it is', () => {
    for (const wrong of [expected + 0.6, expected - 0.6])
      expect(judgeNumber(exercise, String(wrong)).right).toBe(false);
    expect(judgeNumber(exercise, '').says).toMatch(/empty/);
    expect(judgeNumber(exercise, 'ten').says).toMatch(/not a number/);
    for (const { value, says } of exercise.mistakes ?? [])
      expect(judgeNumber(exercise, String(value()))).toEqual({
        right: false,
        says: `Not yet. ${says}`,
      });
  });
});

describe.for(ofKind('numbers'))('%s', ([, exercise]) => {
  const expected = exercise.expected();

  test('takes the right row, however it is written', () => {
    for (const typed of [expected.join(', '), `[${expected.join(',')}]`, expected.join(' ')])
      expect(judgeNumbers(exercise, typed)).toMatchObject({ right: true });
  });

  test('says where a wrong one goes wrong', () => {
    expect(judgeNumbers(exercise, '').says).toMatch(/Write numbers/);
    expect(judgeNumbers(exercise, [...expected, 9].join()).says).toMatch(/There are 4 numbers/);
    expect(judgeNumbers(exercise, [...expected.slice(0, 3), 9].join()).says).toMatch(/place 4/);
    for (const { value, says } of exercise.mistakes ?? [])
      expect(judgeNumbers(exercise, value().join())).toEqual({
        right: false,
        says: `Not yet. ${says}`,
      });
  });
});

describe.for(ofKind('choice'))('%s', ([, exercise]) => {
  test('has one right answer, and a word to each wrong one', () => {
    const right = exercise.right();
    exercise.answers.forEach((_, place) => {
      const verdict = judgeChoice(exercise, place);
      expect(verdict.right).toBe(place === right);
      expect(verdict.says).toContain(place === right ? exercise.says : exercise.wrong[place]);
    });
    expect(Object.keys(exercise.wrong)).toHaveLength(exercise.answers.length - 1);
    expect(judgeChoice(exercise, -1).right).toBe(false);
  });
});

describe('a function that the reader writes', () => {
  let program = '';
  beforeAll(async () => {
    program = (await isolatedExercises(root)) + (await isolatedProgram(root));
  });
  const answer = (id: string, code: string): Answer | undefined =>
    answersTo(program, { kind: 'exercise', id }, code).at(-1);
  const solutionOf = (id: string): string => {
    const body = new RegExp(`<Exercise id="${id}">([^]*?)</Exercise>`).exec(docs)?.[1] ?? '';
    const file = /<<< @\/(\S+)/.exec(body)?.[1] ?? '';
    return readFileSync(join(root, 'docs', file), 'utf8');
  };
  const exercisesInCode: readonly (readonly [string, CodeExercise])[] = ofKind('code');

  test('is asked for in every chapter with exercises', () => {
    const all = new Set(Object.keys(exercises).map((id) => placeOf(id).chapter));
    const inCode = new Set(exercisesInCode.map(([id]) => placeOf(id).chapter));
    expect([...all].filter((chapter) => !inCode.has(chapter))).toEqual([]);
  });

  test.for(exercisesInCode)('%s takes the printed solution', ([id]) => {
    expect(answer(id, solutionOf(id))).toMatchObject({ kind: 'tried', differs: null });
  });

  test.for(exercisesInCode)('%s refuses what it starts from, with an input', ([id, exercise]) => {
    expect(exercise.name).toBe(codeTasks[id].name);
    const tried = answer(id, exercise.start);
    expect(tried).toMatchObject({ kind: 'tried' });
    expect(tried?.kind === 'tried' && tried.differs?.call).toMatch(`${exercise.name}(`);
  });

  test.for([
    ['evaluation-4', 'return list.includes(item) ? 1 / (list.indexOf(item) + 1) : 0', /below the/],
    ['evaluation-4', 'return list.slice(0, k).includes(item) ? 1 : 0', /recall of one person/],
    ['evaluation-4', 'return 1 / (list.slice(0, k).indexOf(item) + 1)', /no rank/],
    ['trending-4', 'return score * Math.exp(-(t - last) / halfLife) + 1', /about 0\.37/],
    ['trending-4', 'return (score + 1) * 0.5 ** ((t - last) / halfLife)', /is not old/],
    [
      'start-3',
      'return [...scores.keys()].sort((a, b) => scores[b] - scores[a] || a - b).slice(0, k).filter((i) => !seen.includes(i))',
      /too short/,
    ],
    ['data-4', 'return rows.length / (nUsers * nItems)', /filled once/],
    ['random-4', 'return unseen.reduce((s, n) => s + k / n, 0) / unseen.length', /above 1/],
    [
      'popularity-4',
      'const c = Array(nItems).fill(0); events.forEach((i) => c[i]++); return [...c.keys()].filter((i) => c[i] > 0 && !seen.includes(i)).sort((a, b) => c[b] - c[a] || a - b).slice(0, k)',
      /nobody has taken/,
    ],
    [
      'content-based-4',
      'const w = ages.map((a) => 0.5 ** (a / halfLife)); return features[0].map((_, f) => features.reduce((s, x, n) => s + w[n] * x[f], 0) / w.length)',
      /not by how many/,
    ],
    [
      'leaderboard-4',
      'let c = 0.5 ** (gained + lost), s = 0; for (let h = 0; h <= Math.min(gained, lost); h++) { s += c; c *= (gained + lost - h) / (h + 1); } return s',
      /double it/,
    ],
    [
      'laboratory-3',
      'return times.filter((t) => t >= testTime).length / (times.length || 1)',
      /not later/,
    ],
    [
      'item-item-cf-3',
      'return a.filter((u) => b.includes(u)).length / Math.sqrt(a.length * b.length)',
      /divides by 0/,
    ],
    [
      'item-item-cf-4',
      'const all = readers.map((users, j) => (j === i ? 0 : similarity(readers[i], users))); const near = [...all.keys()].sort((a, b) => all[b] - all[a] || a - b).slice(0, n); return all.map((s, j) => (near.includes(j) ? s : 0))',
      /beside the root/,
    ],
    [
      'item-item-cf-4',
      'const of = (j: number, more: number) => { const both = readers[i].filter((u) => readers[j].includes(u)).length; return j === i || both === 0 ? 0 : both / (Math.sqrt(readers[i].length * readers[j].length) + more); }; const all = readers.map((_, j) => of(j, 0)); const near = [...all.keys()].sort((a, b) => all[b] - all[a] || a - b).slice(0, n); return all.map((_, j) => (near.includes(j) ? of(j, shrink) : 0))',
      /Shrink first/,
    ],
    [
      'implicit-als-4',
      'let A = reg, b = 0; for (const i of items) { A += (1 + alpha) * y[i] ** 2; b += (1 + alpha) * y[i]; } return b / A',
      /empty cells/,
    ],
    [
      'bpr-4',
      'const m = x.reduce((s, v, f) => s + v * (yi[f] - yj[f]), 0), w = 1 / (1 + Math.exp(m)); x = x.map((v, f) => v + lr * (w * (yi[f] - yj[f]) - reg * v)); return [x, yi.map((v, f) => v + lr * (w * x[f] - reg * v)), yj.map((v, f) => v + lr * (-w * x[f] - reg * v))]',
      /keep the old x/,
    ],
    [
      'production-2',
      'return 12 * nItems * neighbours + 4 * (nItems + 1)',
      /than there are other items/,
    ],
    [
      'production-2',
      'return 12 * nItems * Math.min(neighbours, nItems - 1)',
      /where the row of each item begins/,
    ],
    [
      'exp-2',
      'const s = (m - 1) / (m + 1); let sum = 0, p = s; for (let n = 1; n < 30; n += 2) { sum += p / n; p *= s * s; } return sum',
      /half of the logarithm/,
    ],
    ['exp-3', 'return a + b + c === a + (b + c)', /turn it round/],
    ['exp-3', 'return Math.abs(a + b + c - (a + (b + c))) > 1e-9', /one bit counts/],
    ['exp-3', 'return a + b + c !== c + (a + b)', /brackets/],
  ] as const)('%s knows the mistake in %s', ([id, body, says]) => {
    const exercise = exercises[id] as CodeExercise;
    const head = exercise.start.slice(0, exercise.start.lastIndexOf(' {\n') + 3);
    const tried = answer(id, `${head}${body};\n}\n`);
    expect(tried?.kind === 'tried' && tried.differs?.says).toMatch(says);
  });

  test('is refused by name where it is missing, and where it throws', () => {
    const missing = answer('trending-4', 'export const other = 1;');
    expect(missing).toMatchObject({ kind: 'failed', name: 'Wrong result' });
    const thrown = answer(
      'trending-4',
      'export function update() {\n  throw new RangeError("no");\n}',
    );
    expect(thrown).toMatchObject({ kind: 'failed', name: 'RangeError', places: [{ line: 2 }] });
  });

  test('may change its arguments: the book is asked with others', () => {
    const code = solutionOf('evaluation-4').replace(
      'const place',
      'list.reverse().reverse();\n  const place',
    );
    expect(answer('evaluation-4', code)).toMatchObject({ differs: null });
    const spoilt = solutionOf('evaluation-4').replace(
      'return place',
      'list.length = 0;\n  return place',
    );
    expect(answer('evaluation-4', spoilt)).toMatchObject({ differs: null });
  });
});

describe('what is typed', () => {
  test.for([
    ['0.25', 0.25],
    ['0,25', 0.25],
    [' 1/4 ', 0.25],
    ['25 %', 0.25],
    ['.25', 0.25],
    ['−0.5', -0.5],
    ['1,682', 1682],
    ['1e-3', 0.001],
    ['ten', NaN],
    ['', NaN],
    ['1/2/3', NaN],
  ] as const)('%s is %d', ([typed, value]) => {
    expect(readNumber(typed)).toBe(value);
  });
});

test('with the last event held out, fewer hits are left to Popularity, as the leaderboard’s exercise says', () => {
  const entries = models.filter(({ id }) => id === 'popularity');
  const recall = (holdOut: 'last' | 'last-new'): number =>
    leaderboard(syntheticDataset({}, { holdOut }), { entries })[0].metrics.recall.mean;
  expect(recall('last')).toBeLessThan(recall('last-new'));
});

test('the colleague of that exercise reports 0.2, and has 0.5 among those who can be served', () => {
  const exercise = exercises['leaderboard-3'];
  if (exercise.kind !== 'number') throw new Error('it asks for a number');
  expect(exercise.expected()).toBe(0.5);
  expect(exercise.mistakes?.map(({ value }) => value())).toEqual([0.2, 0.4, 1 / 3]);
});
