// The built sites that the book and browser tests look at: `npm run test:book` and
// `npm run test:browser` build them first.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Site {
  readonly base: string;
  readonly dir: string;
}

const folder = join(root, '.vitepress', 'cache', 'site');

/** One and the same book, built for the top of a server and for a folder of it. */
export const sites: readonly Site[] = [
  { base: '/', dir: join(folder, 'root') },
  { base: '/book/', dir: join(folder, 'book') },
];

/** A page of a built site, as text: `pageHtml(sites[0], 'models/bpr')`. */
export function pageHtml(site: Site, page: string): string {
  const file = join(site.dir, `${page}.html`);
  if (!existsSync(site.dir)) throw new Error(`No site in ${site.dir}: npm run test:book makes it.`);
  return readFileSync(file, 'utf8');
}
