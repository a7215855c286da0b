import type { Plugin } from 'vite';

export interface SiteFile {
  /** `text/plain`, say. */
  readonly type: string;
  readonly text: () => string | Promise<string>;
}

/**
 * Files of the site that no page imports, by their path in it: written when the book is built, and served
 * while it is written.
 */
export function siteFiles(files: Readonly<Record<string, SiteFile>>): Plugin {
  let isServer = false;
  return {
    name: 'book-site-files',
    configResolved(config) {
      isServer = Boolean(config.build.ssr);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { base } = server.config;
        const found = request.url?.startsWith(base) && files[request.url.slice(base.length)];
        if (!found) return next();
        response.setHeader('content-type', `${found.type}; charset=utf-8`);
        Promise.resolve(found.text()).then((text) => response.end(text), next);
      });
    },
    async generateBundle() {
      if (isServer) return;
      for (const [fileName, { text }] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source: await text() });
      }
    },
  };
}
