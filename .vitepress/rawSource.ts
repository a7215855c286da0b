import type { Plugin } from 'vite';

/**
 * A source beside the book that prints it, `code/recsys.ts` of the site, for readers who want to take it
 * along. It is written when it is asked for, so nothing can be out of date.
 */
export function rawSource(fileName: string, write: () => string): Plugin {
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
        response.end(write());
      });
    },
    generateBundle() {
      if (!ssr) this.emitFile({ type: 'asset', fileName, source: write() });
    },
  };
}
