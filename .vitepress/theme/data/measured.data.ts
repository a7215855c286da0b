import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineLoader } from 'vitepress';
import { kept } from './kept.ts';
import { measureAll } from './measure.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../docs');

/** The names that some page quotes. */
function quoted(): Set<string> {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const text = pages.map((page) => readFileSync(path.join(docs, page), 'utf8')).join('\n');
  return new Set(Array.from(text.matchAll(/<Measured\s+of="([^"]*)"/g), ([, name]) => name));
}

export default defineLoader({
  watch: ['../../../code/*.ts', '../../../docs/**/*.md', './measure.ts', '../figures/*/picture.ts'],
  // A reader loads what the pages say, and not all that could be said.
  load(): MeasuredResults {
    const names = quoted();
    return Object.fromEntries(
      Object.entries(kept('measured', measureAll)).filter(([name]) => names.has(name)),
    );
  },
});
