// The module and its toolbox, written together as one file: what readers take along.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneFile } from '../.vitepress/build/oneFile.ts';
import { listRegions } from '../.vitepress/kit/regions.ts';
import { findBun, findDeno, findNode, outputOf } from './support/engines.ts';
import { root } from './support/site.ts';
import { wholeSource } from './support/source.ts';

// Not below node_modules, where Node takes off no types.
const home = join(root, '.vitepress', 'cache');
let folder = '';
beforeAll(() => {
  mkdirSync(home, { recursive: true });
  folder = mkdtempSync(join(home, 'one-file-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is written of these files. */
function written(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, 'case-'));
  for (const [name, text] of Object.entries(files)) {
    const file = join(place, 'code', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return oneFile(place);
}

const head = '// #region overview\n/** What it is. */\n// #endregion overview\n';

describe('the one file', () => {
  test('imports two packages and nothing else', () => {
    const froms = Array.from(wholeSource.matchAll(/\bfrom '([^']+)'/g), ([, from]) => from);
    expect(froms).toEqual(['ml-matrix', 'seedrandom']);
  });

  test('has regions that are whole, each name once', () => {
    expect(listRegions(wholeSource).length).toBeGreaterThan(40);
  });

  test('has the module first, and each part above those that it stands on', () => {
    const parts = Array.from(wholeSource.matchAll(/^\/\/ ---- (\S+) ----$/gm), ([, name]) => name);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.at(-1)).toBe('toolbox/guard.ts');
    expect(wholeSource.indexOf('export class BPR')).toBeLessThan(wholeSource.indexOf(parts[0]));
  });

  test('keeps comments, exports what is public, and hides the rest', () => {
    const text = written({
      'recsys.ts': `${head}\n// #region tools\nimport type { A } from './toolbox/a.ts';\nimport {\n  a,\n  b,\n} from './toolbox/a.ts';\nexport { a } from './toolbox/a.ts';\n// #endregion tools\n\n/** Twice. */\nexport const c: A = a(b);\n`,
      'toolbox/a.ts': `// #region a\n/** For a. */\nimport { two } from 'pack';\nimport { d } from './b.ts';\n// #endregion a\n\n/** Public. */\nexport function a(x: A): A {\n  return x + d + two;\n}\n/** Not public. */\nexport const b = 1;\n/** A number. */\nexport type A = number;\n`,
      'toolbox/b.ts': `import one from 'pack';\n/** Of b. */\nexport const d = one;\n`,
    });
    expect(text).toBe(
      `// #region overview\n/** What it is. */\nimport one, { two } from 'pack';\n// #endregion overview\n\n/** Twice. */\nexport const c: A = a(b);\n\n// ---- toolbox/a.ts ----\n\n// #region a\n/** For a. */\n// #endregion a\n\n/** Public. */\nexport function a(x: A): A {\n  return x + d + two;\n}\n/** Not public. */\nconst b = 1;\n/** A number. */\ntype A = number;\n\n// ---- toolbox/b.ts ----\n\n/** Of b. */\nconst d = one;\n`,
    );
  });

  test('refuses what would not be the same in one file', () => {
    const importing = (line: string) => `${head}// #region tools\n${line}\n// #endregion tools\n`;
    const a = { 'toolbox/a.ts': '/** A. */\nexport const a = 1;\n' };
    expect(() =>
      written({
        ...a,
        'recsys.ts': `${importing("import { a } from './toolbox/a.ts';")}const a = 2;\n`,
      }),
    ).toThrow('a is declared in code/recsys.ts and in code/toolbox/a.ts');
    expect(() =>
      written({ ...a, 'recsys.ts': importing("import { a as b } from './toolbox/a.ts';") }),
    ).toThrow('code/recsys.ts renames what it takes from ./toolbox/a.ts');
    expect(() =>
      written({ ...a, 'recsys.ts': importing("export * from './toolbox/a.ts';") }),
    ).toThrow("cannot be written together: export * from './toolbox/a.ts';");
  });
});

describe('the fingerprint computed by the one file', () => {
  const committed = readFileSync(join(root, 'test/fixtures/fingerprint.txt'), 'utf8').trimEnd();
  const text = (name: string): string => join(folder, name);

  beforeAll(async () => {
    const result = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: false,
        lib: {
          entry: join(root, '.vitepress/run/fingerprint.ts'),
          formats: ['es'],
          fileName: 'fingerprint',
        },
        rolldownOptions: {
          external: [/code\/recsys\.ts$/],
          output: { paths: () => './recsys.ts' },
        },
      },
    });
    const [chunk] = [result].flat().flatMap((made) => ('output' in made ? made.output : []));
    if (chunk.type !== 'chunk') throw new Error('there is no chunk');
    expect(chunk.imports).toHaveLength(1);
    const say = 'console.log(fingerprintText(fingerprint()).trimEnd());';
    const program = `${chunk.code}\n${say}\n`;
    writeFileSync(text('main.mjs'), program);
    writeFileSync(text('recsys.ts'), wholeSource);
    writeFileSync(
      text('plain.mjs'),
      program.replace("'./recsys.ts'", "'./recsys.mjs'").replace('"./recsys.ts"', '"./recsys.mjs"'),
    );
    const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
    const { outputText } = ts.transpileModule(wholeSource, { compilerOptions: options });
    writeFileSync(text('recsys.mjs'), outputText);
  }, 60_000);

  test('is the committed one in this Node, the types taken off by the compiler', async () => {
    expect(await outputOf(process.execPath, text('plain.mjs'))).toBe(committed);
  });

  test.for([
    { name: 'Node', find: findNode, flags: ['--disable-warning=ExperimentalWarning'] },
    { name: 'Deno', find: findDeno, flags: ['run', '--allow-read', '--allow-env', '--no-lock'] },
    { name: 'Bun', find: findBun, flags: [] },
  ])('is the committed one in $name, which takes the file as it is', async (engine, context) => {
    const program = engine.find();
    if (!program) {
      console.warn(`SKIPPED "${context.task.name}": ${engine.name} is not on this machine`);
      return context.skip(`needs ${engine.name}, not found on this machine`);
    }
    expect(await outputOf(program, ...engine.flags, text('main.mjs'))).toBe(committed);
  });
});
