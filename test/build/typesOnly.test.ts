// The parser of the editor, as it is made smaller for the page.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { fixedLanguage, grownWordTree } from '../../.vitepress/build/typesOnly.ts';

const file = createRequire(import.meta.url)
  .resolve('sucrase')
  .replace(/index\.js$/, 'esm/parser/tokenizer/readWordTree.js');
const source = readFileSync(file, 'utf8');

/** The numbers of the tree, where each name that the file imports is a number of its own. */
function numbersOf(code: string): number[] {
  const script = code
    .replace(/^import .*$/gm, '')
    .replace(/\b(?:tt|ContextualKeyword)\.\w+/g, (name) => {
      return String(createHash('sha256').update(name).digest().readUInt16BE());
    })
    .replace('export const', 'var');
  const realm = createContext({});
  runInContext(script, realm);
  return Array.from(realm['READ_WORD_TREE'] as Int32Array);
}

test('the tree of words grows to the very numbers that the parser brings', () => {
  const grown = grownWordTree(source);
  expect(grown.length).toBeLessThan(source.length / 8);
  expect(numbersOf(source).length).toBeGreaterThan(5000);
  expect(numbersOf(grown)).toEqual(numbersOf(source));
});

test('a tree that is written in another way ends the build', () => {
  expect(() => grownWordTree(source.replace('// "abs"\n', ''))).toThrow('another way');
  expect(() => grownWordTree('export const READ_WORD_TREE = [];')).toThrow('another way');
});

test('the parser is told by constants what it is told at each call', () => {
  const told = readFileSync(file.replace('tokenizer/readWordTree', 'traverser/base'), 'utf8');
  const fixed = fixedLanguage(told);
  for (const line of [
    'export const isJSXEnabled = false;',
    'export const isTypeScriptEnabled = true;',
    'export const isFlowEnabled = false;',
  ])
    expect(fixed).toContain(line);
  expect(fixed).not.toMatch(/is(?:JSX|TypeScript|Flow)Enabled = \w+Arg/);
  expect(() => fixedLanguage(fixed)).toThrow('isJSXEnabled is told in another way');
});
