import path from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type * as Script from './theme/workers/fingerprint.ts';

/**
 * `fingerprint.txt` of the site: the digests of what the book computes, computed by the Node that
 * builds it. The module is run, not imported: the configuration does not depend on the algorithms.
 */
export function fingerprintFile(root: string): Plugin {
  const fileName = 'fingerprint.txt';
  const script = path.join(root, '.vitepress/theme/workers/fingerprint.ts');
  let ssr = false;

  async function text(): Promise<string> {
    const loaded = await runnerImport<typeof Script>(script, {
      root,
      configFile: false,
      logLevel: 'error',
    });
    return loaded.module.fingerprintText(loaded.module.fingerprint());
  }

  return {
    name: 'book-fingerprint-file',
    configResolved(config) {
      ssr = Boolean(config.build.ssr);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== `${server.config.base}${fileName}`) return next();
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        text().then((lines) => response.end(lines), next);
      });
    },
    async generateBundle() {
      if (!ssr) this.emitFile({ type: 'asset', fileName, source: await text() });
    },
  };
}
