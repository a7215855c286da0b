import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * The source file beside the book that prints it: `code/recsys.ts` of the site is the very file, for
 * readers who want to take it along. Nothing is copied by hand, so nothing can be out of date.
 */
export function rawSource(file: string): Plugin {
  const fileName = `code/${path.basename(file)}`;
  let ssr = false;
  return {
    name: 'book-raw-source',
    configResolved(config) {
      ssr = Boolean(config.build.ssr);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== `${server.config.base}${fileName}`) return next();
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(readFileSync(file));
      });
    },
    generateBundle() {
      if (!ssr) this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
    },
  };
}
