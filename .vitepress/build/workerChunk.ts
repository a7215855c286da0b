import type { Plugin } from 'vite';

/**
 * `import url from './x.worker.ts?worker-chunk'`: the address of a worker that shares its modules with the page.
 * Vite bundles a worker by itself, with a second copy of all that it imports; here it is one more entry of the
 * page's own build, and what both need is fetched once. A job of the worker is such an entry too.
 */
const query = '?worker-chunk';

export function workerChunk(): Plugin {
  let isServer = false;
  let isBuild = false;
  return {
    name: 'book-worker-chunk',
    enforce: 'pre',
    configResolved(config) {
      isServer = Boolean(config.build.ssr);
      isBuild = config.command === 'build';
    },
    async resolveId(id, importer) {
      if (!id.endsWith(query)) return undefined;
      const file = await this.resolve(id.slice(0, -query.length), importer);
      return file && `${file.id}${query}`;
    },
    load(id) {
      if (!id.endsWith(query)) return undefined;
      const file = id.slice(0, -query.length);
      if (!isBuild) return `export { default } from ${JSON.stringify(`${file}?worker&url`)};`;
      // The server starts no worker.
      if (isServer) return "export default '';";
      const chunk = this.emitFile({ type: 'chunk', id: file });
      return `export default import.meta.ROLLUP_FILE_URL_${chunk};`;
    },
  };
}
