import { posix } from 'node:path';
import vue from 'eslint-plugin-vue';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Layout is Prettier's alone.
const vueLayout = Object.entries(vue.rules ?? {})
  .filter(([, rule]) => typeof rule === 'object' && rule.meta?.type === 'layout')
  .map(([name]) => [`vue/${name}`, 'off']);

// What gives the same bits in every JavaScript engine. The rest of Math (exp, log, pow, sin ...)
// may be rounded as each engine likes.
const exactMath =
  'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT1_2|SQRT2';
const exactMessage = 'Differs between engines: use exp and log of the module, or x * x.';

const impureGlobals = {
  Date: 'Time comes from the caller.',
  Intl: 'Differs between engines.',
  console: 'Say it by a return value or an error.',
};
const impureTypes = 'WeakRef FinalizationRegistry SharedArrayBuffer Atomics Reflect Proxy'.split(
  ' ',
);
// Methods of text and dates that ask for the reader's language, and those of an ml-matrix that
// hand each cell to Math.
const localMethods =
  'localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleLowerCase toLocaleUpperCase';
const inexactMethods =
  'exp expm1 log log1p log2 log10 pow sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt rand random randInt';
const inexactMessage = 'ml-matrix asks Math: differs between engines or runs.';
const unlikeElsewhere = [
  ...localMethods.split(' ').map((property) => ({ property, message: 'Differs between engines.' })),
  ...inexactMethods.split(' ').map((property) => ({ property, message: inexactMessage })),
];
// code/tsconfig.json already takes away the DOM and Node; these are said here for a clear message.
const platformGlobals =
  'window document self globalThis navigator location localStorage sessionStorage fetch crypto performance process Buffer require module setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame Worker postMessage eval Function'.split(
    ' ',
  );

/**
 * The law of imports, told here alone, from the lowest to the highest: what the files of each place may import. A
 * folder ends in `/`, a `*` begins the end of a name; what is no path is a package. A later line stands over an
 * earlier one. The linter has it of all files, `test/house.test.ts` holds every import of values against it, and
 * the table of CONTRIBUTING.md.
 * @type {readonly (readonly [where: string, may: readonly string[]])[]}
 */
export const law = [
  ['code/toolbox/', ['code/toolbox/']],
  ['code/fast/', ['code/toolbox/', 'code/fast/']],
  ['code/recsys.ts', ['code/toolbox/', 'code/fast/']],
  ['code/parallel.ts', ['code/recsys.ts', 'code/toolbox/', 'code/fast/']],
  ['code/models/', ['code/recsys.ts', 'code/toolbox/', 'code/models/entry.ts']],
  ['code/models.ts', ['code/recsys.ts', 'code/models/']],
  ['code/evaluation/', ['code/toolbox/', 'code/recsys.ts', 'code/models.ts', 'code/evaluation/']],
  ['code/checks/', ['code/recsys.ts', 'code/checks/']],
  // What draws logs, and what shrinks them: nothing else in code/ needs fast-check.
  ['code/checks/cases.ts', ['code/recsys.ts', 'code/checks/', 'fast-check']],
  ['code/checks/run.ts', ['code/recsys.ts', 'code/checks/', 'fast-check']],
  ['.vitepress/run/', ['code/', '.vitepress/run/']],
  ['.vitepress/kit/', ['code/', '.vitepress/run/', '.vitepress/kit/']],
  [
    '.vitepress/reader/',
    ['code/', '.vitepress/run/', '.vitepress/kit/', '.vitepress/reader/', '.vitepress/glossary.ts'],
  ],
  [
    '.vitepress/chapters/',
    ['code/', '.vitepress/run/', '.vitepress/kit/', '.vitepress/reader/', '.vitepress/chapters/'],
  ],
  ['.vitepress/theme/', ['.vitepress/kit/', '.vitepress/reader/', '.vitepress/theme/']],
  ['.vitepress/inline/', []],
  [
    '.vitepress/build/',
    ['.vitepress/kit/', '.vitepress/build/', '.vitepress/chapters.ts', '.vitepress/glossary.ts'],
  ],
  // Computed at build, in a bundle of their own.
  ['.vitepress/kit/said.ts', ['code/', '.vitepress/run/', '.vitepress/kit/', '.vitepress/build/']],
  ['*.data.ts', ['code/', '.vitepress/', 'docs/snippets/']],
];

/** @param {string} text */
const escaped = (text) => text.replaceAll('.', '\\.');
/** @param {string} path */
const isFolder = (path) => path.endsWith('/');
/** @param {string} path */
const isHere = (path) => /^(?:code|\.vitepress)\//.test(path);

/**
 * An import of a place as a file of the other says it.
 * @param {string} where
 * @param {string} to
 */
function importOf(where, to) {
  if (!isHere(to)) return escaped(to);
  const way = posix.relative(isFolder(where) ? where : posix.dirname(where), to) || '.';
  const from = way.startsWith('.') ? way : `./${way}`;
  return isFolder(to) ? `${escaped(from)}/[\\w-]+\\.ts` : escaped(from);
}

/**
 * For code/: of all that there is, only this.
 * @param {string} where
 * @param {readonly string[]} may
 * @returns {import('eslint').Linter.RulesRecord}
 */
const mayImport = (where, may) => {
  const message = `Only ${['seedrandom', 'ml-matrix', ...may].join(', ')} may be imported here.`;
  const paths = may.map((to) => `|${importOf(where, to)}`).join('');
  const regex = `^(?!(?:seedrandom(?:/.+)?|ml-matrix${paths})$)`;
  const onlyMatrix = {
    name: 'ml-matrix',
    allowImportNames: ['Matrix'],
    message: 'Decompositions and the like ask Math: differs between engines.',
  };
  return {
    'no-restricted-imports': ['error', { paths: [onlyMatrix], patterns: [{ regex, message }] }],
  };
};

const folders = ['run', 'kit', 'reader', 'chapters', 'theme', 'inline', 'build', 'code'];

/**
 * For the book: no folder above its own, but for types.
 * @param {readonly string[]} may
 * @returns {import('eslint').Linter.RulesRecord}
 */
const mayLeadTo = (may) => {
  /** @param {string} name */
  const mayHave = (name) =>
    may.some((to) => to === `${name}/` || `.vitepress/${name}/`.startsWith(to));
  const others = folders.filter((name) => !mayHave(name));
  const pattern = {
    regex: `^(?:\\.\\./)+(?:${others.join('|')})/`,
    message: `Of the folders only ${may.join(', ')} may be imported here.`,
    allowTypeImports: true,
  };
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [pattern] }] };
};

/** @param {string} where */
const filesOf = (where) =>
  isFolder(where) ? `${where}**/*.{ts,vue}` : where.startsWith('*') ? `**/${where}` : where;

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.vitepress/dist/',
      '.vitepress/cache/',
      '.vitepress/.temp/',
      'coverage/',
      'test/fixtures/',
      // AssemblyScript: its compiler checks it.
      'code/fast/kernels/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,vue}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      // Matters of reading, which stay with who writes: an index beside an equation, say.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      ...Object.fromEntries(vueLayout),
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // Names of the book's own components, never confused with an element of HTML.
      'vue/multi-word-component-names': 'off',
      // An optional prop says so in its type.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['{code,test,bench}/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Types promise more than callers and indices keep: a check at run time is not "unnecessary".
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['code/**/*.ts'],
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(impureGlobals).map(([name, message]) => ({ name, message })),
        ...platformGlobals.map((name) => ({ name, message: 'code/ runs anywhere.' })),
        ...impureTypes.map((name) => ({ name, message: 'Hides what runs, or depends on when.' })),
      ],
      // Math has a selector of its own, which also knows what is exact.
      'no-restricted-properties': [
        'error',
        ...unlikeElsewhere.map((one) => ({ ...one, allowObjects: ['Math'] })),
      ],
      // The usual order is that of texts: 10 before 9. Typed arrays sort by number.
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[object.name="Math"]:not([computed=false][property.name=/^(?:${exactMath})$/])`,
          message: exactMessage,
        },
        {
          selector: ':not(MemberExpression) > Identifier[name="Math"]',
          message: 'Write Math.sqrt, not an alias of Math.',
        },
        { selector: 'BinaryExpression[operator="**"]', message: exactMessage },
        { selector: 'AssignmentExpression[operator="**="]', message: exactMessage },
        { selector: 'ImportExpression', message: 'Import at the top of the file.' },
        {
          // Without a seed they take the time and what the engine draws.
          selector:
            'CallExpression[arguments.length=0]:matches([callee.name="seedrandom"], [callee.object.name="seedrandom"])',
          message: 'A stream of draws needs a seed.',
        },
        {
          selector: 'CallExpression[callee.property.name="toString"][arguments.length>0]',
          message: 'The digits of a fraction in another base differ between engines.',
        },
      ],
      // A file that the law does not name may import nothing.
      ...mayImport('code/', []),
    },
  },
  {
    // The book itself does not lean on its tests. Those of the template are copied to where tests are.
    files: ['.vitepress/**/*.{ts,vue}'],
    ignores: ['.vitepress/chapters/_template/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['**/test/**'] }],
    },
  },
  ...law.map(([where, may]) => ({
    files: [filesOf(where)],
    rules: where.startsWith('code/') ? mayImport(where, may) : mayLeadTo(may),
  })),
);
