// `npm run mutants`: plants small faults in code/recsys.ts and its toolbox, one at a time, and asks
// whether a test notices. Every survivor must stand in test/mutants/survivors.json with the reason why none can.
//   npm run mutants                                   all of it: some hours
//   npm run mutants -- 443-509                        the lines of one region of the module
//   npm run mutants -- code/toolbox/dense.ts:58-95    those of another file
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../../scripts/install.mjs';
import { node, root } from '../../scripts/process.mjs';

/**
 * A survivor by what it changes, not by its line: lines move.
 * @typedef {{ region: string, original: string, replacement: string }} Survivor
 * @typedef {Survivor & { reason: string }} Listed
 * @typedef {{ line: number, column: number }} Place
 * @typedef {{ status: string, replacement?: string, location: { start: Place, end: Place } }} Mutant
 * @typedef {{ files: Record<string, { mutants: Mutant[] }> }} Report
 */

const source = 'code/recsys.ts';
const report = join(root, 'node_modules', '.cache', 'mutants', 'report.json');

/** @param {string} file */
const linesOf = (file) => readFileSync(join(root, file), 'utf8').split('\n');

/** The innermost region around a line. @param {readonly string[]} lines @param {number} line */
function regionAt(lines, line) {
  /** @type {string[]} */
  const open = [];
  for (const text of lines.slice(0, line)) {
    const [, kind, name] = /^\s*\/\/ #(region|endregion) (\S+)/.exec(text) ?? [];
    if (kind === 'region') open.push(name);
    if (kind === 'endregion') open.pop();
  }
  return open[open.length - 1] ?? '';
}

/** @param {readonly string[]} lines @param {Mutant['location']} location */
function textAt(lines, { start, end }) {
  const part = lines.slice(start.line - 1, end.line);
  part[part.length - 1] = part[part.length - 1].slice(0, end.column - 1);
  part[0] = part[0].slice(start.column - 1);
  return part.join('\n');
}

/** @param {Survivor} survivor */
const keyOf = ({ region, original, replacement }) =>
  [region, original, replacement].map((text) => text.replace(/\s+/g, ' ').trim()).join(' | ');

const ranges = process.argv.slice(2);
await ensureInstalled();
mkdirSync(join(root, 'node_modules', '.cache', 'mutants'), { recursive: true });
rmSync(report, { force: true });
const mutate = ranges
  .map((range) => (range.includes(':') ? range : `${source}:${range}`))
  .join(',');
const code = await node(
  [
    'node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'test/mutants/stryker.config.json',
    ...(mutate ? ['--mutate', mutate] : []),
  ],
  { env: { NODE_ENV: 'test' } },
);

/** @type {Report} */
const { files } = JSON.parse(readFileSync(report, 'utf8'));
const mutants = Object.values(files).flatMap((file) => file.mutants);
const survivors = Object.entries(files).flatMap(([file, found]) => {
  const lines = linesOf(file);
  return found.mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ location, replacement = '' }) => ({
      region: regionAt(lines, location.start.line),
      original: textAt(lines, location),
      replacement,
    }));
});
/** @type {Listed[]} */
const listed = JSON.parse(readFileSync(join(root, 'test/mutants/survivors.json'), 'utf8'));
const known = new Set(listed.map(keyOf));
const found = new Set(survivors.map(keyOf));

const strangers = survivors.filter((survivor) => !known.has(keyOf(survivor)));
for (const survivor of strangers) console.error(`Not listed: ${keyOf(survivor)}`);
// A part of the files says nothing about the survivors of the rest.
const gone = ranges.length > 0 ? [] : listed.filter((survivor) => !found.has(keyOf(survivor)));
for (const survivor of gone) console.error(`Listed, but killed: ${keyOf(survivor)}`);

console.log(
  `${mutants.length} mutants, ${survivors.length} survived, ${strangers.length} of them not listed`,
);
process.exitCode = code || (strangers.length + gone.length > 0 ? 1 : 0);
