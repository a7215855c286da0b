import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from '../build/results/loader.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');

/** The names that some page quotes. */
function quoted(): Set<string> {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const text = pages.map((page) => readFileSync(path.join(docs, page), 'utf8')).join('\n');
  return new Set(Array.from(text.matchAll(/<Measured\s+of="([^"]*)"/g), ([, name]) => name));
}

export default {
  // A reader loads what the pages say, and not all that could be said.
  from: ['./measured.all.data.ts'],
  reads: ['docs'],
  load(all: MeasuredResults): MeasuredResults {
    const names = quoted();
    return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
  },
} satisfies Loader;
