// The built sites that the book and browser tests look at: `npm run test:book` and
// `npm run test:browser` build them first.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFull } from './tier.ts';

/** The top folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Site {
  readonly base: string;
  readonly dir: string;
}

const folder = join(root, '.vitepress', 'cache', 'site');

/** Knows nothing of where it will stand. Built for the full tier alone. */
export const atTop: Site = { base: '/', dir: join(folder, 'root') };
/** Knows its whole address. */
export const inFolder: Site = { base: '/book/', dir: join(folder, 'book') };

/**
 * One and the same book, built for the top of a server and for a folder of it. `npm test` builds the second
 * alone, in which Vue tells every difference between the page as served and as the scripts would have made it.
 */
export const sites: readonly [Site, ...Site[]] = isFull ? [atTop, inFolder] : [inFolder];

/** A page of a built site, as text: `pageHtml(sites[0], 'models/bpr')`. */
export function pageHtml(site: Site, page: string): string {
  const file = join(site.dir, `${page}.html`);
  if (!existsSync(site.dir)) throw new Error(`No site in ${site.dir}: npm run test:book makes it.`);
  return readFileSync(file, 'utf8');
}
