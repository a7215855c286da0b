// The package is packed as for publication, installed into programs of their own, and used there.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSynthetic, Popularity } from '../code/recsys.ts';
import { consumerOf, pack, remove } from './support/packed.ts';
import type { Packed } from './support/packed.ts';
import { root } from './support/site.ts';
import { wholeSource } from './support/source.ts';

interface Target {
  readonly types: string;
  readonly default: string;
}
const { exports: exported } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Readonly<Record<string, Target>>;
};
/** What has a name in the package, and the file of code/ that it is: `tuning` of `./tuning`. */
const modules = Object.entries(exported)
  .filter(([name]) => name !== './package.json' && name !== './source')
  .map(([name, target]) => ({
    name: name === '.' ? 'recsys' : name.slice(2),
    address: name.replace('.', 'recsys-book'),
    file: target.default.replace('./dist/', 'code/').replace(/\.js$/, '.ts'),
  }));
const others = modules.map(({ name }) => name).filter((name) => name !== 'recsys');
/** All of code/ that is TypeScript, without its ending: the kernels are packed as what they compile to. */
const sources = readdirSync(join(root, 'code'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''))
  .filter((name) => !name.startsWith('fast/kernels/'));

let packed: Packed;
let consumer: ReturnType<typeof consumerOf>;
let bare: ReturnType<typeof consumerOf>;
beforeAll(() => {
  packed = pack();
  consumer = consumerOf(packed, 'consumer', ['fast-check']);
  bare = consumerOf(packed, 'bare', []);
});
afterAll(() => {
  remove(packed.folder);
});

test('the package is the modules with their declarations, the source, and a few words', () => {
  const made = sources.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]);
  const rest = packed.files.filter((path) => !made.includes(path));
  expect(rest).toEqual(['LICENSE', 'README.md', 'dist/source/recsys.ts', 'package.json']);
  expect(packed.files).toEqual(expect.arrayContaining(made));
});

test('the package is of the size that the README states', () => {
  const [, small, large] =
    /(\d+) kB packed, (\d+) kB unpacked/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  expect(Math.abs(packed.size / 1000 - Number(small))).toBeLessThan(0.1 * Number(small));
  expect(Math.abs(packed.unpackedSize / 1000 - Number(large))).toBeLessThan(0.1 * Number(large));
});

test('all of code/ is exported but the parts of which it is made', () => {
  const parts = /^(?:toolbox|fast|models|checks)\//;
  const whole = sources.filter((name) => !parts.test(name) || name === 'checks/checkRecommender');
  expect(modules.map(({ file }) => file).sort()).toEqual(
    whole.map((name) => `code/${name}.ts`).sort(),
  );
});

test('the names of the package are those that programs import today', () => {
  const names =
    'checkRecommender comparisons intervals laboratory leaderboard metrics models parallel pooled ' +
    'rates splits standings testUsers tuned tuning warnings worlds';
  expect(others.sort()).toEqual(names.split(' '));
  expect(Object.keys(exported)).toContain('./source');
});

test('publint finds nothing to say', async () => {
  const pkgDir = join(consumer.home, 'node_modules/recsys-book');
  const { messages } = await publint({ pkgDir, pack: false, strict: true });
  expect(messages).toEqual([]);
});

test('the types are right for everyone who can import a module', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)));
  if (!analysis.types) throw new Error('the package has no types');
  // A package of modules alone: who writes CommonJS asks by import(), or by require in a Node that
  // gives modules; and the resolution of Node 10 knows no exports.
  const old = (problem: (typeof analysis.problems)[number]): boolean =>
    problem.kind === 'CJSResolvesToESM' ||
    (problem.kind === 'NoResolution' && problem.resolutionKind === 'node10');
  expect(analysis.problems.filter((problem) => !old(problem))).toEqual([]);
  const entry = analysis.entrypoints['./tuning'].resolutions;
  for (const kind of ['node16-esm', 'node16-cjs', 'bundler'] as const) {
    expect(entry[kind].resolution?.fileName, kind).toMatch(/dist\/(?:\w+\/)?tuning\.d\.ts$/);
  }
});

const use = `
  import { makeSynthetic, Popularity } from 'recsys-book';
  const { interactions, nUsers, nItems } = makeSynthetic({ nInter: 200 });
  console.log(JSON.stringify(new Popularity().fit(interactions, nUsers, nItems).recommend(0)));
`;

test('an installed module gives the very lists of the source', () => {
  const { interactions, nUsers, nItems } = makeSynthetic({ nInter: 200 });
  const expected = new Popularity().fit(interactions, nUsers, nItems).recommend(0);
  expect(JSON.parse(consumer.run(use))).toEqual(expected);
});

test('each module exports when installed what it exports here', async () => {
  for (const { name, address, file } of modules) {
    const here = (await import(join(root, file))) as object;
    const there = consumer.run(
      `console.log(Object.keys(await import('${address}')).sort().join());`,
    );
    expect(there.trim(), name).toBe(Object.keys(here).sort().join());
  }
});

test('a check of a model runs where fast-check is installed', () => {
  const said = consumer.run(`
    import { checkRecommender } from 'recsys-book/checkRecommender';
    import { Popularity } from 'recsys-book';
    const { passed, failed } = checkRecommender(() => new Popularity(), { runs: 3 });
    console.log(passed > 10, failed);
  `);
  expect(said.trim()).toBe('true 0');
});

test('all else runs without fast-check', () => {
  expect(existsSync(join(bare.home, 'node_modules/fast-check'))).toBe(false);
  expect(bare.run(use)).toBe(consumer.run(use));
  const imports = others.filter((name) => name !== 'checkRecommender');
  const text = imports.map((name) => `import 'recsys-book/${name}';`).join('\n');
  expect(bare.run(`${text}\nconsole.log('there');`).trim()).toBe('there');
  expect(() => bare.run(`import 'recsys-book/checkRecommender';`)).toThrow(/fast-check/);
});

test('the source lies beside them as one file', () => {
  const said = consumer.run(`console.log(import.meta.resolve('recsys-book/source'));`);
  expect(readFileSync(new URL(said.trim()), 'utf8')).toBe(wholeSource);
});

/** What the compiler says of a program in the consumer's folder. */
function complaints(code: string, options: ts.CompilerOptions): string[] {
  const file = join(consumer.home, 'main.ts');
  writeFileSync(file, code);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    types: [],
    ...options,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const typed = `
  import { BPR, trainTestSplitLast } from 'recsys-book';
  import type { Interaction, Recommender } from 'recsys-book';
  ${others.map((name) => `import * as ${name} from 'recsys-book/${name}';`).join('\n')}
  import { exp } from 'recsys-book/source';
  const log: Interaction[] = [[0, 1, 2], [0, 0, 3]];
  const { train } = trainTestSplitLast(log, 1);
  const model: Recommender = new BPR({ factors: 2 }).fit(train, 1, 2);
  export const list: number[] = model.recommend(0, 1);
  export const all = [exp(1), ${others.join(', ')}];
`;

test.for([
  ['Node', { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  [
    'a bundler',
    { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ],
] as const)('a program for %s is checked against the types', ([, options]) => {
  expect(complaints(typed, options)).toEqual([]);
  const wrong = typed.replace('factors: 2', `factors: 'two'`);
  expect(complaints(wrong, options)).toEqual([`Type 'string' is not assignable to type 'number'.`]);
});
