import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The Markdown of every page below a folder, by its file there: `models/trending.md`, in alphabetical order. */
export function readPages(docs: string): ReadonlyMap<string, string> {
  const files = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(docs, file), 'utf8')]));
}
