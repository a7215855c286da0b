import type { Plugin } from 'vite';

/**
 * Files that the book's configuration reads, and does not import: the server of `npm run dev` starts again when one
 * of them changes, as it does for what the configuration imports.
 */
export function restartsWith(files: readonly string[]): Plugin {
  return {
    name: 'book-restarts-with',
    apply: 'serve',
    configResolved(config) {
      const { vitepress } = config as unknown as { vitepress?: { configDeps: string[] } };
      vitepress?.configDeps.push(...files);
    },
  };
}
