import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPages } from '../build/readPages.ts';
import type { Loader } from '../build/results/loader.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');

/** The names that some page quotes. */
function quoted(): Set<string> {
  const text = Array.from(readPages(docs).values()).join('\n');
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
