// Serves a built site to the browser tests, and tells which addresses it did not know.
import { createStaticServer, listen } from '../../../scripts/static-server.mjs';
import { sites } from '../../support/site.ts';
import type { Site } from '../../support/site.ts';

export interface SiteServer {
  /** Where the book is, with its base: `http://127.0.0.1:41234/book/`. */
  readonly url: string;
  /** What was asked for and is not there, in order. */
  readonly unknown: string[];
  readonly close: () => Promise<void>;
}

export async function serveSite(site: Site = sites[0]): Promise<SiteServer> {
  const unknown: string[] = [];
  const onUnknown = (url: string): void => {
    unknown.push(url);
  };
  const server = createStaticServer({ dir: site.dir, base: site.base, onUnknown });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}${site.base}`,
    unknown,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
