// Are two folders the same, byte for byte? `npm test` builds the book twice and asks.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * One line for each file that is not the same in both, with the first place at which it differs.
 * @param {string} first
 * @param {string} second
 */
export function differingFiles(first, second) {
  const [left, right] = [new Set(filesIn(first)), new Set(filesIn(second))];
  const names = [...new Set([...left, ...right])].sort();
  return names.flatMap((name) => {
    if (!right.has(name)) return [`${name} is missing from the second`];
    if (!left.has(name)) return [`${name} is in the second alone`];
    const [a, b] = [readFileSync(join(first, name)), readFileSync(join(second, name))];
    if (a.equals(b)) return [];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    /** @param {Buffer} bytes */
    const around = (bytes) => JSON.stringify(bytes.toString('utf8', Math.max(0, at - 30), at + 30));
    return [`${name} differs from byte ${at} on: ${around(a)} and ${around(b)}`];
  });
}
