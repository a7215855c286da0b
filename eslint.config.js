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
// code/tsconfig.json already takes away the DOM and Node; these are said here for a clear message.
const platformGlobals =
  'window document self globalThis navigator location localStorage sessionStorage fetch crypto performance process Buffer require module setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame Worker postMessage eval Function'.split(
    ' ',
  );

/**
 * What a file of code/ may import beside the two packages.
 * @param {string[]} files
 * @returns {import('eslint').Linter.RulesRecord}
 */
const mayImport = (...files) => {
  const names = files.map((file) => `|\\./${file}\\.ts`).join('');
  const message = `Only ${['seedrandom', 'ml-matrix', ...files].join(', ')} may be imported here.`;
  const regex = `^(?!(?:seedrandom(?:/.+)?|ml-matrix${names})$)`;
  return { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] };
};

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '.vitepress/dist/',
      '.vitepress/cache/',
      '.vitepress/.temp/',
      'coverage/',
      'test/fixtures/',
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
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(impureGlobals).map(([name, message]) => ({ name, message })),
        ...platformGlobals.map((name) => ({ name, message: 'code/ runs anywhere.' })),
      ],
      'no-restricted-properties': [
        'error',
        { property: 'localeCompare', message: 'Differs between engines.' },
        { property: 'toLocaleString', message: 'Differs between engines.' },
      ],
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
      ],
      ...mayImport('recsys', 'models', 'intervals', 'standings', 'leaderboard'),
    },
  },
  { files: ['code/recsys.ts'], rules: mayImport() },
  { files: ['code/models.ts'], rules: mayImport('recsys') },
  { files: ['code/intervals.ts'], rules: mayImport('recsys') },
  { files: ['code/standings.ts'], rules: mayImport('recsys', 'models') },
  { files: ['code/leaderboard.ts'], rules: mayImport('recsys', 'models', 'intervals') },
  {
    // The book itself does not lean on its tests.
    files: ['.vitepress/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['**/test/**'] }],
    },
  },
);
