// Results of earlier builds, found again by all that they were computed from.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** How many results of one loader are kept: one for each of the branches that one goes between. */
const most = 4;

/** One file, or all files of a folder, in an order that does not depend on the machine. */
function filesOf(name: string): string[] {
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Names a result by the text of `files` and of `keys`, the versions of packages and of the engine.
 * @param files or folders
 */
export function keyOf(
  root: string,
  files: readonly string[],
  keys: readonly string[] = [],
): string {
  const hash = createHash('sha256').update(`node ${process.version}\n${keys.join('\n')}\n`);
  const all = new Set([...files, path.join(root, 'package-lock.json')].flatMap(filesOf));
  for (const file of all) {
    const text = readFileSync(file);
    hash.update(`${path.relative(root, file)} ${text.length}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 32);
}

/** A folder of texts, each found by a name and a key. */
export class Cache {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get(name: string, key: string): string | undefined {
    const file = this.file(name, key);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  set(name: string, key: string, text: string): void {
    const file = this.file(name, key);
    mkdirSync(this.folder, { recursive: true });
    // Renamed into place: a build that is stopped leaves no half of a file.
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
    const age = (one: string) => statSync(one, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    readdirSync(this.folder)
      .filter((other) => other.startsWith(`${name}@`) && other.endsWith('.json'))
      .map((other) => path.join(this.folder, other))
      .sort((a, b) => age(b) - age(a))
      .slice(most)
      .forEach((other) => rmSync(other, { force: true }));
  }

  private file(name: string, key: string): string {
    return path.join(this.folder, `${name}@${key}.json`);
  }
}
