import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyOf } from './cache.ts';

/**
 * Texts that take long to make, such as coloured listings, kept from one build to the next by what they were
 * made of. `BOOK_FRESH=1` makes all anew, and keeps nothing.
 */
export class Kept {
  private readonly file: string;
  private readonly sources: string;
  private readonly before: Readonly<Record<string, string>>;
  private readonly taken: Record<string, string> = {};
  private readonly isFresh = process.env['BOOK_FRESH'] === '1';

  /** @param makers the files and folders, from the project's, of the programs that make the texts */
  constructor(root: string, name: string, makers: readonly string[]) {
    this.file = path.join(root, 'node_modules/.cache/book', `${name}.json`);
    const files = makers.map((maker) => path.join(root, maker));
    this.sources = keyOf(root, files);
    this.before = this.isFresh ? {} : readKept(this.file);
    if (!this.isFresh) process.once('exit', () => this.save());
  }

  /** What `make` gives, or gave an earlier build. @param of all that it is made of */
  take(of: readonly string[], make: () => string): string {
    const hash = createHash('sha256').update(JSON.stringify([this.sources, ...of]));
    const key = hash.digest('base64url');
    return (this.taken[key] ??= this.before[key] ?? make());
  }

  /** Only what this build needed: the file does not grow. */
  private save(): void {
    const count = Object.keys(this.taken).length;
    if (count === 0 || Object.keys(this.taken).every((key) => key in this.before)) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.${process.pid}`, JSON.stringify(this.taken));
    renameSync(`${this.file}.${process.pid}`, this.file);
  }
}

function readKept(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    return {}; // the first build, or half a file
  }
}
