import type { Plugin } from 'vite';

/**
 * The editor's parser without the two languages that it is never told to read: the functions for Flow and
 * for JSX are there by name, because the parser imports them, and are empty.
 */
const foreign = /\/sucrase\/dist\/esm\/parser\/plugins\/(?:flow|jsx\/index)\.js$/;

export function typesOnly(): Plugin {
  return {
    name: 'book-types-only',
    enforce: 'pre',
    transform(code, id) {
      if (!foreign.test(id)) return undefined;
      const names = Array.from(code.matchAll(/^export function (\w+)/gm), ([, name]) => name);
      if (names.length === 0 || /^export (?!function )/m.test(code))
        throw new Error(`typesOnly: ${id} exports more than functions`);
      return { code: names.map((name) => `export function ${name}() {}`).join('\n'), map: null };
    },
  };
}
