import type { Plugin } from 'vite';

/**
 * The editor's parser without the two languages that it is never told to read: the functions for Flow and
 * for JSX are there by name, because the parser imports them, and are empty. Its table of words is written as
 * the words.
 */
const foreign = /\/sucrase\/dist\/esm\/parser\/plugins\/(?:flow|jsx\/index)\.js$/;

/** A node of the tree of words: where it stands, as a comment, and 27 numbers, of which the first is its value. */
const node = /^ *\/\/ "([a-z]*)"\n *(.+?),((?: -?\d+,){26})$/gm;
const tree = /new Int32Array\(\[\n([^]*)\]\)/;

/**
 * The tree by which the parser knows words, grown when it is loaded: the same numbers, and 2 kB less than them.
 * The nodes stand in the order of the alphabet, so the words in that order make them again.
 */
export function grownWordTree(code: string): string {
  const [, table = ''] = tree.exec(code) ?? [];
  const nodes = Array.from(table.matchAll(node), ([whole, word, value]) => ({
    whole,
    word,
    value,
  }));
  if (
    nodes.length === 0 ||
    nodes.reduce((rest, { whole }) => rest.replace(whole, ''), table).trim()
  )
    throw new Error('typesOnly: the tree of words is written in another way');
  const words = nodes.filter(({ value }) => value !== '-1');
  const grown = `(() => {
  const tree = Array(27).fill(-1);
  const words = {${words.map(({ word, value }) => `${word}:${value}`).join(',')}};
  for (const word in words) {
    let at = 0;
    for (const letter of word) {
      const step = at + letter.charCodeAt(0) - 96;
      if (tree[step] < 0) tree[step] = tree.push(...Array(27).fill(-1)) - 27;
      at = tree[step];
    }
    tree[at] = words[word];
  }
  return new Int32Array(tree);
})()`;
  return code.replace(tree, () => grown);
}

/** What the parser is told at each call, known when it is built: the branches for other languages fall away. */
export function fixedLanguage(code: string): string {
  const told = { isJSXEnabled: false, isTypeScriptEnabled: true, isFlowEnabled: false };
  return Object.entries(told).reduce((text, [name, value]) => {
    const [declared, set] = [`export let ${name};`, `  ${name} = ${name}Arg;\n`];
    if (!text.includes(declared) || !text.includes(set))
      throw new Error(`typesOnly: ${name} is told in another way`);
    return text.replace(declared, `export const ${name} = ${value};`).replace(set, '');
  }, code);
}

export function typesOnly(): Plugin {
  return {
    name: 'book-types-only',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/sucrase/dist/esm/parser/tokenizer/readWordTree.js'))
        return { code: grownWordTree(code), map: null };
      if (id.endsWith('/sucrase/dist/esm/parser/traverser/base.js'))
        return { code: fixedLanguage(code), map: null };
      if (!foreign.test(id)) return undefined;
      const names = Array.from(code.matchAll(/^export function (\w+)/gm), ([, name]) => name);
      if (names.length === 0 || /^export (?!function )/m.test(code))
        throw new Error(`typesOnly: ${id} exports more than functions`);
      return { code: names.map((name) => `export function ${name}() {}`).join('\n'), map: null };
    },
  };
}
