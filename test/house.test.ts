// How the house is built: imports run one way, one slug joins all parts of a model, and the source
// is written so that it can be spliced and run anywhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingParts, refuseMissing } from '../.vitepress/build/missingParts.ts';
import { chapters } from '../.vitepress/chapters.ts';
import { models } from '../code/models.ts';
import { law } from '../eslint.config.js';
import { importsOf, notErasable } from './support/compiler.ts';
import { long, replacing } from './support/files.ts';
import { root } from './support/site.ts';
import { wholeSource } from './support/source.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** All files below a folder, as paths from the top. */
function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/^\.vitepress\/(cache|dist|\.temp)\//.test(path))
    .sort();
}

/** The scripts of a file: all of a .ts, what stands between the script tags of a .vue. */
function scriptOf(path: string): string {
  const text = read(path);
  if (!path.endsWith('.vue')) return text;
  return Array.from(text.matchAll(/<script[^>]*>([^]*?)<\/script>/g), ([, code]) => code).join(
    '\n',
  );
}

interface Edge {
  readonly file: string;
  /** A path from the top, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function edgesOf(file: string): Edge[] {
  return importsOf(scriptOf(file)).map(({ from, typeOnly }) => {
    const local = from.startsWith('.');
    const to = local ? join(dirname(file), from.replace(/[?#].*$/, '')) : from;
    return { file, to, typeOnly };
  });
}

const sources = ['code', '.vitepress', 'bench']
  .flatMap(filesIn)
  .filter((path) => /\.(ts|vue)$/.test(path) && !/\.(d|test)\.ts$/.test(path));
const edges = sources.flatMap(edgesOf);
const show = ({ file, to }: Edge): string => `${file} imports ${to}`;

describe('the folders', () => {
  const ignored = [...read('.gitignore').split('\n'), '.git/'].map((name) =>
    name.replace(/\//g, ''),
  );
  const entries = (folder: string): string[] =>
    readdirSync(join(root, folder)).filter((name) => !ignored.includes(name));

  test('can be taken in at one look: 20 entries at the top, 10 scripts', () => {
    expect(entries('').length).toBeLessThanOrEqual(20);
    expect(entries('scripts').length).toBeLessThanOrEqual(10);
  });
});

test('a test that replaces a module or a global, in a process that others share, is told as one that does', () => {
  const replaces =
    /\bvi\.(?:mock|doMock|resetModules|stubGlobal|stubEnv|useFakeTimers|setSystemTime)\(|\bprocess\.(?:chdir\(|env\S* = )|\bglobalThis\.\w+ = /;
  const apart = /^(?:book|browser|mutants)\//;
  const tests = filesIn('test').filter((path) => path.endsWith('.test.ts'));
  const found = tests.filter(
    (path) => !apart.test(relative('test', path)) && replaces.test(read(path)),
  );
  expect(found).toEqual([...replacing].sort());
});

test('a test that is told as long is there', () => {
  expect(long.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe('imports', () => {
  test('are found', () => {
    expect(sources).toContain('code/recsys.ts');
    expect(sources.some((path) => path.endsWith('.vue'))).toBe(true);
    expect(edges.length).toBeGreaterThan(sources.length);
    expect(edges.map(show)).toContain('code/evaluation/leaderboard.ts imports code/models.ts');
  });

  test('name files that are there, with their endings', () => {
    const local = edges.filter(({ to }) =>
      /^(code|\.vitepress|bench|test|docs|scripts)\//.test(to),
    );
    expect(local.length).toBeGreaterThan(0);
    // AssemblyScript, the language of the kernels, names files without their endings.
    const ending = (file: string): string => (file.startsWith('code/fast/kernels/') ? '.ts' : '');
    expect(
      local.filter(({ file, to }) => !existsSync(join(root, to + ending(file)))).map(show),
    ).toEqual([]);
  });

  test('never go round in a circle', () => {
    const next = new Map<string, string[]>();
    for (const { file, to, typeOnly } of edges) {
      if (!typeOnly) next.set(file, [...(next.get(file) ?? []), to]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (path.includes(file) || done.has(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  const isOf = (path: string, place: string): boolean => {
    if (place.startsWith('*')) return path.endsWith(place.slice(1));
    return place.endsWith('/') ? path.startsWith(place) : path === place;
  };
  const lawOf = (file: string) => law.findLast(([where]) => isOf(file, where));

  test('keep the law: no file leads to a folder above its own', () => {
    const wrong = edges.filter(({ file, to, typeOnly }) => {
      const found = lawOf(file);
      if (!found || !/^(code|\.vitepress|test|bench|scripts|docs)\//.test(to)) return false;
      // In code/ the types are part of the law.
      if (typeOnly && !file.startsWith('code/')) return false;
      return !found[1].some((place) => isOf(to, place));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('have a law for every folder', () => {
    const lawless = sources.filter((file) => file.split('/').length > 2 && !lawOf(file));
    expect(lawless.filter((file) => !file.startsWith('bench/'))).toEqual([]);
  });

  test('have a law that would find a wrong one', () => {
    const leads = (file: string, to: string): boolean =>
      lawOf(file)?.[1].some((place) => isOf(to, place)) ?? true;
    expect(leads('.vitepress/kit/axes.ts', '.vitepress/run/job.ts')).toBe(true);
    expect(leads('.vitepress/kit/axes.ts', '.vitepress/reader/words/note.ts')).toBe(false);
    expect(leads('.vitepress/run/job.ts', '.vitepress/kit/axes.ts')).toBe(false);
    expect(leads('.vitepress/theme/Layout.vue', 'code/models.ts')).toBe(false);
    expect(leads('.vitepress/chapters/bpr/step.ts', '.vitepress/theme/index.ts')).toBe(false);
    expect(leads('code/recsys.ts', 'code/models.ts')).toBe(false);
  });

  test('are told in CONTRIBUTING.md as the law has them', () => {
    const rows = read('CONTRIBUTING.md')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length === 5);
    const told = (where: string): string[] | undefined => {
      const place = where === '.vitepress/chapters/' ? '.vitepress/chapters/<slug>/' : where;
      const row = rows.find(([, folder]) => folder === `\`${place}\``);
      return row && Array.from(row[3].matchAll(/`([^`]+)`/g), ([, name]) => name).sort();
    };
    for (const [where, may] of law) {
      const top = where.split('/')[0];
      const names = may
        .filter((place) => place !== where)
        .map((place) => place.replace(`${top}/`, ''))
        .sort();
      // A line about single files is a note on its folder.
      if (where.endsWith('/') || where.split('/').length === 2)
        expect(told(where), where).toEqual(names);
    }
  });

  // What else a file may not lead to. What a hub finds by glob is no import.
  const rules: readonly (readonly [string, RegExp, RegExp])[] = [
    ['nothing leads to the tests', /./, /^test\//],
    [
      'the configuration does not lead to code/',
      /^\.vitepress\/(?!theme\/|run\/|kit\/|reader\/|chapters\/)/,
      /^code\//,
    ],
    [
      'only what runs and what is computed at build leads to the checks: no page may carry fast-check',
      /^(?!code\/|\.vitepress\/run\/|.*\.data\.ts$)/,
      /^(code\/check|fast-check$)/,
    ],
    [
      'a page knows the types of a job alone: it is done in the worker',
      /\.vue$|\/use[A-Z]\w*\.ts$/,
      /\/run\/jobs\/|\.job\.ts$/,
    ],
    [
      'runs, results, pictures and what a demo keeps lead to no component',
      /^\.vitepress\/(run\/.*|.*\.(?:data|job)\.ts|.*\/[pP]ictures?\.ts|.*\/use[A-Z]\w*\.ts)$/,
      /\.vue$/,
    ],
  ];
  test.for(rules)('run one way: %s', ([, from, to]) => {
    const wrong = edges.filter(
      (edge) => !edge.typeOnly && from.test(edge.file) && to.test(edge.to),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('lead from no chapter to another: what two need is in kit/', () => {
    const chapterOf = (path: string) => /^\.vitepress\/chapters\/([^/]+)\//.exec(path)?.[1];
    const wrong = edges.filter(({ file, to }) => {
      const [from, other] = [chapterOf(file), chapterOf(to)];
      return from && other && from !== other;
    });
    expect(wrong.map(show)).toEqual([]);
  });
});

/** Where the class of a model stands: in the module, or in a file of its own. */
function sourceOf(id: string): string {
  const own = `code/models/${id}.ts`;
  return existsSync(join(root, own)) ? own : 'code/recsys.ts';
}

describe.for(models)('the slug $id', ({ id }) => {
  const page = `docs/models/${id}.md`;

  test('is a region of the source', () => {
    expect(read(sourceOf(id)).split('\n')).toContain(`// #region ${id}`);
  });

  test('is named by the listing of its page', () => {
    expect(read(page)).toMatch(new RegExp(`^<<< @/../${sourceOf(id)}#${id}\\b`, 'm'));
  });
});

describe('a slug', () => {
  const slugs = chapters.map(({ id }) => id);
  const isModel = (slug: string): boolean => models.some(({ id }) => id === slug);
  const everySlug = Array.from(new Set([...slugs, ...models.map(({ id }) => id)]));

  test.for(everySlug)('has all its parts: %s', (slug) => {
    expect(missingParts(root, slug, isModel(slug))).toEqual([]);
  });

  test('that lacks parts is told which', () => {
    expect(missingParts(root, 'nowhere', false)).toEqual([
      'docs/nowhere.md',
      '.vitepress/chapters/nowhere/chapter.json',
      '.vitepress/chapters/nowhere/emblem.svg',
    ]);
    expect(missingParts(root, 'nowhere', true)).toEqual(
      expect.arrayContaining([
        'docs/models/nowhere.md',
        '.vitepress/chapters/nowhere/Demo.vue',
        '.vitepress/chapters/nowhere/picture.ts',
        'test/chapters/nowhere/model.test.ts',
        '.vitepress/chapters/nowhere/mark.json',
      ]),
    );
    expect(() => refuseMissing(root, 'nowhere', false)).toThrow(/chapter nowhere lacks docs/);
  });

  test('of a model’s page is in the catalogue', () => {
    const pages = slugs.filter((id) => existsSync(join(root, `docs/models/${id}.md`)));
    expect(pages.toSorted()).toEqual(models.map(({ id }) => id).toSorted());
    expect(filesIn('docs/models')).toHaveLength(pages.length);
  });

  test.for(['.vitepress/chapters', 'test/chapters'])('in %s is one of the book', (folder) => {
    // A model may be there before its chapter.
    const further = filesIn('code/models').map((file) => basename(file, '.ts'));
    const known = new Set(['index', ...slugs, ...further]);
    const found = readdirSync(join(root, folder)).filter((name) => !name.startsWith('_'));
    expect(found.filter((name) => !known.has(name))).toEqual([]);
  });
});

/** What is read as a whole: the module, its toolbox, and each further model. */
const listed = filesIn('code').filter((path) =>
  /^code\/(?:recsys|toolbox\/[\w-]+|models\/(?!entry|seven)[\w-]+)\.ts$/.test(path),
);

describe('the source', () => {
  /** The regions, with their first and last lines; and what is wrong with the markers. */
  function regionsOf(all: readonly string[]) {
    const open: { name: string; start: number }[] = [];
    const regions: { name: string; start: number; end: number }[] = [];
    const wrong: string[] = [];
    all.forEach((line, n) => {
      const [, end, name] = /^\s*\/\/\s*#(end)?region\b\s*(.*)$/.exec(line) ?? [];
      if (name === undefined) return;
      if (!/^[a-z][a-z-]*$/.test(name)) wrong.push(`line ${n + 1}: "${name}" is no name`);
      if (!end) open.push({ name, start: n });
      else if (open.at(-1)?.name === name) {
        regions.push({ name, start: open.pop()?.start ?? n, end: n });
      } else wrong.push(`line ${n + 1}: #endregion ${name} closes nothing`);
    });
    for (const { name, start } of open) wrong.push(`line ${start + 1}: #region ${name} stays open`);
    return { regions, wrong };
  }
  const files = listed.map((file) => {
    const lines = read(file).split('\n');
    return { file, lines, ...regionsOf(lines) };
  });

  test('opens and closes every region by name, once in all files', () => {
    for (const { file, wrong } of files) expect(wrong, file).toEqual([]);
    const names = files.flatMap(({ regions }) => regions.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });

  test('is in files that can be read in one sitting', () => {
    const most = (file: string): number =>
      file === 'code/recsys.ts' ? 1500 : file.startsWith('code/models/') ? 300 : 250;
    const long = files.filter(({ file, lines }) => lines.length - 1 > most(file));
    expect(long.map(({ file, lines }) => `${file}: ${lines.length - 1} lines`)).toEqual([]);
  });

  test('is tested by markers that are checked: crossed and open ones are found', () => {
    const crossed = ['// #region a', '// #region b', '// #endregion a', '// #endregion b'];
    expect(regionsOf(crossed).wrong).not.toEqual([]);
    expect(regionsOf(['// #region a']).wrong).not.toEqual([]);
    expect(regionsOf(['// #endregion a']).wrong).not.toEqual([]);
  });

  test('has no line outside its regions', () => {
    for (const { file, lines, regions } of files) {
      const inside = (n: number) => regions.some(({ start, end }) => n >= start && n <= end);
      const outside = lines
        .map((line, n) => ({ line, n }))
        .filter(({ line, n }) => line && !inside(n));
      expect(outside, file).toEqual([]);
    }
  });

  test('has regions that can be read in one go: no more than 80 lines, of 80 columns', () => {
    for (const { file, lines, regions } of files) {
      const long = regions.filter(({ start, end }) => end - start - 1 > 80);
      expect(long.map(({ name, start, end }) => `${name}: ${end - start - 1} lines`)).toEqual([]);
      const wide = lines.flatMap((line, n) => (line.length > 80 ? [`${file}:${n + 1}`] : []));
      expect(wide).toEqual([]);
    }
  });

  test('is TypeScript whose types can be taken off', () => {
    for (const file of filesIn('code')) {
      if (file.endsWith('.ts')) expect(notErasable(read(file)), file).toEqual([]);
    }
    expect(notErasable(wholeSource)).toEqual([]);
    const examples = [
      'enum A { B }',
      'namespace A { export const b = 1; }',
      'class A { constructor(private b: number) {} }',
      '@a class A {}',
      'const a = <number>b;',
      'const a = b!;',
      'let a: any;',
    ];
    expect(examples.map((example) => notErasable(example).length)).toEqual(examples.map(() => 1));
  });

  test('draws, counts time and speaks by no global', () => {
    const code = wholeSource.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
    for (const name of ['Math.random', 'Date', 'console', 'performance', 'process', 'globalThis']) {
      expect(code.includes(name), name).toBe(false);
    }
    const inexact = /Math\.(exp|log|pow|sin|cos|tan|a?sinh?|hypot|cbrt|log\w+|expm1)\b|\*\*/;
    expect(code.match(inexact)?.[0]).toBeUndefined();
  });
});
