// The compiler of the editor against TypeScript's own, on every file of code/ and on hard cases.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { CodeError, compile, erase } from '../../../.vitepress/reader/editor/erase.ts';
import { root } from '../../support/site.ts';
import { wholeSource } from '../../support/source.ts';

const files: readonly (readonly [name: string, source: string])[] = readdirSync(
  join(root, 'code'),
  { recursive: true, encoding: 'utf8' },
)
  .filter((name) => name.endsWith('.ts'))
  .map((name): [string, string] => [`code/${name}`, readFileSync(join(root, 'code', name), 'utf8')])
  // What hands on from other files is never compiled by itself: the module is, as one file.
  .filter(([, source]) => !/^export (?:type )?\{[^}]*\} from /m.test(source))
  .concat([['recsys.ts', wholeSource]]);

const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
const moduleOf = (source: string): ts.SourceFile =>
  ts.createSourceFile('a.js', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);

/** A program as nested lists: equal for equal programs. Brackets around one value say nothing. */
function shapeOf(node: ts.Node): unknown {
  if (ts.isParenthesizedExpression(node)) return shapeOf(node.expression);
  const parts = node.getChildren().filter((child) => child.kind !== ts.SyntaxKind.JSDoc);
  if (parts.length === 0) return node.getText();
  return [ts.SyntaxKind[node.kind], ...parts.map(shapeOf)];
}

/** The statements of a program, but for imports, lists of exports and lone semicolons. */
function shape(source: string): unknown[] {
  return moduleOf(source)
    .statements.filter(
      (statement) =>
        !ts.isImportDeclaration(statement) &&
        !ts.isExportDeclaration(statement) &&
        !ts.isEmptyStatement(statement),
    )
    .map(shapeOf);
}

const printed = (source: string): string =>
  ts.transpileModule(source, { compilerOptions: { ...options, removeComments: true } }).outputText;

/** As TypeScript does it, and without the word export. */
const inside = (source: string): unknown[] =>
  shape(printed(source).replace(/^export (?=[a-z])/gm, ''));

/** As the editor does it, without what it put in the place of imports. */
const erased = (source: string): unknown[] => {
  const code = erase(source).code.replace(/const [^;]*\$need\([^;]*;/g, '');
  return shape(printed(`${code}\nexport {};`));
};

describe('types are taken off as TypeScript takes them off', () => {
  test.for(files)('in %s', ([, source]) => {
    expect(erased(source)).toEqual(inside(source));
  });

  test.for([
    'const a = <T,>(x: T): T => x;',
    'const f = (x: number): {\n  a: number;\n} => ({ a: x });',
    'class A<T> implements B { private readonly a?: number = 1; static b = {} as const; f(a: string): void; f(a: unknown) { return this.a!; } }',
    'abstract class A { abstract f(): void; protected g?(): void; override h() {} }',
    'function g(a: number): void; function g(a: unknown): a is string { return a as string satisfies string; }',
    'type A = { a: `${string}-x` }; interface B extends C<D<E>> { f(): void }\nconst b = c < d, e = f > (g);',
    'let x = a ? (b) : (c) => d;',
    'for (const [a, b] of c as [number, number][]) f<number>(a, b!);',
  ])('in %s', (text) => {
    const source = `${text}\nexport {};`;
    expect(inside(source).length).toBeGreaterThan(0);
    expect(erased(source)).toEqual(inside(source));
  });
});

test.for(files)('every token of %s keeps its line and its column', ([, source]) => {
  const { code } = erase(source);
  const [before, after] = [source.split('\n'), code.split('\n')];
  expect(after).toHaveLength(before.length);
  after.forEach((line, n) => {
    if (line.includes('$need(')) return;
    expect(line).toHaveLength(before[n].length);
    for (let c = 0; c < line.length; c++)
      if (line[c] !== before[n][c]) expect(' )').toContain(line[c]);
  });
});

describe('a module', () => {
  const run = (source: string, need: (from: string) => unknown = () => ({})): unknown => {
    let made: unknown;
    const define = (factory: (n: typeof need) => unknown): void => {
      made = factory(need);
    };
    runInNewContext(compile(source), { $define: define });
    return made;
  };

  test('becomes a function that returns what it exports, by its outer names', () => {
    const source =
      'export const a: number = 1;\nexport function f() { return a; }\nclass C {}\nexport { C as D, type E };\ntype E = 1;\nexport type { E as F };\nexport async function* g() {}';
    expect(Object.keys(run(source) as object).sort()).toEqual(['D', 'a', 'f', 'g']);
  });

  test('hands out what is asked of its toolbox, beside what it exports', () => {
    const source = 'export const a = 1;\nfunction f() { return a; }\nconst b: number = 2;';
    let made: Record<string, unknown> = {};
    const define = (factory: () => typeof made): void => {
      made = factory();
    };
    runInNewContext(compile(source, ['f', 'b', 'gone']), { $define: define });
    expect(Object.keys(made)).toEqual(['a', '$toolbox']);
    const { f, b, gone } = made['$toolbox'] as Record<string, unknown>;
    expect([typeof f, b, gone]).toEqual(['function', 2, undefined]);
  });

  test('is given what it imports, under any name, and asks for no types', () => {
    const asked: string[] = [];
    const need = (from: string): unknown => {
      asked.push(from);
      return { default: 7, b: 2, c: 3 };
    };
    const source =
      "import a, { b, type T, c as d } from 'm';\nimport type { X } from 'types';\nimport { type Y } from 'more';\nimport * as all from 'n';\nexport const e = [a, b, d, all];";
    const all = { default: 7, b: 2, c: 3 };
    expect(run(source, need)).toEqual({ e: [7, 2, 3, all] });
    expect(asked).toEqual(['m', 'm', 'n']);
  });

  test('may wait within a function, and call a property so', () => {
    const source = `const later = async () => await 1;
export const b = { await: 2, async then2() { for await (const c of []) c; } };
export const a = [typeof later, b.await].join();`;
    expect(run(source)).toMatchObject({ a: 'function,2' });
  });

  test('is strict', () => {
    expect(() => run('undeclared = 1;')).toThrow(/undeclared/);
  });
});

test.for([
  ['let a = 1;\nlet b = ;\n', 2, 9, 'Unexpected token'],
  ['const s = "abc\n', 1, 11, 'Unterminated'],
  ['f(1;\n', 1, 4, 'Unexpected token'],
  ['\n  enum E { A }', 2, 3, 'an enum is more than types'],
  ['namespace N { export const a = 1; }', 1, 1, 'a namespace is more than types'],
  ['class A {\n  constructor(private b: number) {}\n}', 2, 15, 'declares a field'],
  ["const m = await import('x');", 1, 17, 'are not there'],
  ['const a = 1;\n  await a;', 2, 3, 'await stands in no function'],
  ['export class A { b = await 1; }', 1, 22, 'await stands in no function'],
  ['for await (const a of b) a;', 1, 5, 'await stands in no function'],
  ['export default 1;', 1, 8, 'no default export'],
  ["export * from 'x';", 1, 8, 'not supported'],
  ['export const { a } = b;', 1, 14, 'one plain name'],
] as const)('%j is refused at its place', ([source, line, column, words]) => {
  let thrown: unknown;
  try {
    compile(source);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(CodeError);
  const { message, ...place } = thrown as CodeError;
  expect(message).toContain(words);
  expect(place).toMatchObject({ line, column });
});
