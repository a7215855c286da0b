import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPages } from '../build/readPages.ts';
import type { Loader } from '../build/results/loader.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

const here = path.dirname(fileURLToPath(import.meta.url));
const [docs, parts] = [path.resolve(here, '../../docs'), path.resolve(here, '../chapters')];

/** The names that some page quotes, or a part of one looks up: `data['last.test']`. */
function quoted(): Set<string> {
  const pages = Array.from(readPages(docs).values()).join('\n');
  const scripts = readdirSync(parts, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.vue'))
    .map((file) => readFileSync(path.join(parts, file), 'utf8'))
    .join('\n');
  return new Set(
    [
      ...pages.matchAll(/<Measured\s+of="([^"]*)"/g),
      ...scripts.matchAll(/\['([\w-]+\.\w+)'\]/g),
    ].map(([, name]) => name),
  );
}

export default {
  // A reader loads what the pages say, and not all that could be said.
  from: ['./measured.all.data.ts'],
  reads: ['docs', '.vitepress/chapters'],
  load(all: MeasuredResults): MeasuredResults {
    const names = quoted();
    return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
  },
} satisfies Loader;
