// The linter keeps code/ to what gives the same bits in every engine. It proves that only if it
// finds what it is to find: here each forbidden thing is planted in the very file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { root } from './support/site.ts';
import { sourceFiles } from './support/source.ts';

const source = 'code/recsys.ts';
const text = readFileSync(join(root, source), 'utf8');

/** The rules that complain about each of these lines, planted at the end of the file. */
async function complaintsAbout(planted: readonly string[]): Promise<string[][]> {
  const [{ messages }] = await new ESLint({ cwd: root }).lintText(
    `${text}${planted.join('\n')}\n`,
    {
      filePath: join(root, source),
    },
  );
  const first = text.split('\n').length;
  return planted.map((_, n) =>
    messages
      .filter(({ line }) => line === first + n)
      .map(({ ruleId, message }) => ruleId ?? message),
  );
}

const [globals, syntax] = ['no-restricted-globals', 'no-restricted-syntax'];
const [properties, imports] = ['no-restricted-properties', 'no-restricted-imports'];
const sort = '@typescript-eslint/require-array-sort-compare';

/** Every function of Math that the language does not oblige to round exactly. */
const inexact = Object.getOwnPropertyNames(Math).filter((name) => {
  const exact = /^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc)$/;
  return typeof Math[name as keyof Math] === 'function' && !exact.test(name);
});

const planted: readonly (readonly [code: string, rule: string])[] = [
  ...inexact.map((name) => [`export const a = Math.${name}(0.5);`, syntax] as const),
  ['export const a = (x: number) => x ** 2.5;', syntax],
  ['export let a = 2; a **= 0.5;', syntax],
  ["export const a = Math['exp'](1);", syntax],
  ['export const a = Math[`exp`](1);', syntax],
  ["const b = 'exp'; export const a = Math[b](1);", syntax],
  ['export const a = Math?.exp(1);', syntax],
  ['const { exp: e } = Math; export const a = e(1);', syntax],
  ['const m = Math; export const a = m.exp(1);', syntax],
  ['export const a = (m = Math) => m.exp(1);', syntax],
  ['export const a = { m: Math };', syntax],
  ['export const a = [Math];', syntax],
  ['export const a = { ...Math };', syntax],
  ['export const a = (Math as { exp: (x: number) => number }).exp(1);', syntax],
  ['export const a = Object.values(Math);', syntax],
  ["export const a = Reflect.get(Math, 'exp') as unknown;", globals],
  ['export const a = globalThis.Math.exp(1);', globals],
  ["export const a = globalThis['Math'].exp(1);", globals],
  ['const { Math: m } = globalThis; export const a = m.exp(1);', globals],
  ['export const a = Date.now();', globals],
  ['export const a = new Date();', globals],
  ["export const a = new Intl.NumberFormat('en').format(1);", globals],
  ['export const a = performance.now();', globals],
  ["export const a = eval('1') as number;", globals],
  ["export const a = new Function('return 1');", globals],
  ['export const a = new WeakRef({});', globals],
  ['export const a = (1.5).toLocaleString();', properties],
  ["export const a = 'I'.toLocaleLowerCase();", properties],
  ["export const a = 'I'.toLocaleUpperCase();", properties],
  ["export const a = 'a'.localeCompare('b');", properties],
  ["export const a = ['a'].map((s) => s['localeCompare']('b'));", properties],
  ['export const a = Matrix.rand(2, 2);', properties],
  ['export const a = Matrix.zeros(2, 2).exp();', properties],
  ['export const a = Matrix.exp(Matrix.zeros(2, 2));', properties],
  ["import { SVD } from 'ml-matrix'; export const a = SVD;", imports],
  ["import * as all from 'ml-matrix'; export const a = all;", imports],
  ["import { exp as e } from 'mathjs'; export const a = e;", imports],
  ["import { sample } from 'fast-check'; export const a = sample;", imports],
  ["export const a = import('ml-matrix');", syntax],
  ['export const a = seedrandom();', syntax],
  ['export const a = seedrandom.alea();', syntax],
  ['export const a = (0.1).toString(3);', syntax],
  ['export const a = [10, 9].sort();', sort],
  ['export const a = [10, 9].toSorted();', sort],
  ["export const a = ['b', 'a'].sort();", sort],
];

const exact = [
  '',
  'export const a = Math.sqrt(2) + Math.imul(3, 4) + Math.fround(0.1) + Math.LN2;',
  'export const a = [10, 9].sort((x, y) => x - y);',
  'export const a = new Float64Array([10, 9]).sort();',
  'export const a = exp(1) + log(2);',
  'export const a = (0.5).toString() + (0.5).toFixed(2);',
];

test('the functions of Math that differ are more than a handful', () => {
  expect(inexact).toEqual(expect.arrayContaining(['exp', 'log', 'pow', 'sin', 'random', 'hypot']));
});

test('the linter finds all that differs between engines, and nothing in what is exact', async () => {
  const found = await complaintsAbout([...exact, ...planted.map(([code]) => code)]);
  expect(found.slice(0, exact.length)).toEqual(exact.map(() => []));
  const missed = planted.filter(([, rule], n) => !found[exact.length + n].includes(rule));
  expect(missed).toEqual([]);
});

test('the linter looks at every file of code/, and no comment there can silence it', async () => {
  const eslint = new ESLint({ cwd: root });
  const ignored = await Promise.all(
    sourceFiles.map((file) => eslint.isPathIgnored(join(root, file))),
  );
  expect(sourceFiles).toContain(source);
  expect(sourceFiles.filter((_, n) => ignored[n])).toEqual([]);
  const silenced = '/* eslint-disable */ export const a = Math.exp(1);';
  expect((await complaintsAbout([silenced])).flat()).toContain(syntax);
});

// The last one: what it plants takes the place of whole files, for all that lint after it.
test.for([
  ['code/toolbox/dense.ts', ['./guard.ts'], ['../recsys.ts', '../models.ts']],
  ['code/recsys.ts', ['./toolbox/dense.ts'], ['./models.ts', './evaluation/leaderboard.ts']],
  ['code/models.ts', ['./recsys.ts'], ['./evaluation/leaderboard.ts', './checks/run.ts']],
  ['code/evaluation/tuning.ts', ['../models.ts', './leaderboard.ts'], ['../checks/run.ts']],
  ['code/checks/run.ts', ['fast-check', '../recsys.ts'], ['../models.ts']],
  ['code/checks/fits.ts', ['../recsys.ts'], ['fast-check', '../models.ts']],
] as const)('the linter lets %s import %s and not %s', async ([file, may, mayNot]) => {
  const eslint = new ESLint({ cwd: root });
  const refused = async (from: string): Promise<boolean> => {
    const [{ messages }] = await eslint.lintText(`import '${from}';\n`, {
      filePath: join(root, file),
    });
    return messages.some(({ ruleId }) => ruleId === imports);
  };
  for (const from of may) expect(await refused(from), from).toBe(false);
  for (const from of mayNot) expect(await refused(from), from).toBe(true);
});
