import type { Plugin } from 'vite';

/**
 * Of seedrandom the one generator that the book draws with. The package brings seven, in one file that a bundler
 * can't part: 3 kB on every page with a model.
 */
export function onlyAlea(): Plugin {
  return {
    name: 'book-only-alea',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/seedrandom/index.js')) return undefined;
      if (!code.includes("require('./lib/alea')"))
        throw new Error(`onlyAlea: ${id} has its generators elsewhere`);
      return { code: "module.exports = { alea: require('./lib/alea') };", map: null };
    },
  };
}
