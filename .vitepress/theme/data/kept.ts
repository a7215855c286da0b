// Results of long runs, kept from one build to the next by what they were computed from.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = path.join(root, 'node_modules/.cache/book');
/** All that a loader can compute with, and the versions of what it stands on. */
const sources = [
  'code',
  ...['data', 'workers', 'figures', 'components'].map((folder) => `.vitepress/theme/${folder}`),
  'package-lock.json',
];

function filesIn(name: string): string[] {
  if (name.includes('.json')) return [name];
  return readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(name, file))
    .sort();
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256').update(`node ${process.version}\n`);
  for (const file of sources.flatMap(filesIn)) {
    const text = readFileSync(path.join(root, file));
    hash.update(`${file} ${text.length}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * The result of `compute`, or what it gave an earlier build from the very same sources, engine and packages.
 * A page's data is JSON in any case, so nothing is lost on the way.
 * `BOOK_FRESH=1` computes it anew, and keeps nothing.
 */
export function kept<Result>(name: string, compute: () => Result): Result {
  if (process.env['BOOK_FRESH'] === '1') return compute();
  const file = path.join(folder, `${name}-${fingerprintOfSources()}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Result;
  const result = compute();
  mkdirSync(folder, { recursive: true });
  // Renamed into place: a build that is stopped leaves no half of a file.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(result));
  renameSync(`${file}.${process.pid}`, file);
  return result;
}
