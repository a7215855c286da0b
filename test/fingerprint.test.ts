import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { models } from '../code/models.ts';
import {
  differingParts,
  digestOf,
  fingerprint,
  fingerprintText,
  linesOf,
} from '../.vitepress/run/fingerprint.ts';
import { bundleForShell, findJsc, outputOf } from './support/engines.ts';
import { root } from './support/site.ts';

const update = 'if that is meant: npm run -s fingerprint > test/fixtures/fingerprint.txt';
const committed = readFileSync(join(root, 'test/fixtures/fingerprint.txt'), 'utf8').trimEnd();
const here = fingerprint();
const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

test('data, factors, scores, lists and metrics of all models are in the fingerprint', () => {
  const names = here.parts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining(['data log', 'data features', 'data truth', 'data split']),
  );
  for (const { id } of models) {
    for (const part of ['scores', 'lists', 'metrics']) expect(names).toContain(`${id} ${part}`);
  }
  const withFactors = models.filter(({ factors }) => factors).map(({ id }) => `${id} factors`);
  expect(names.filter((name) => name.endsWith('factors'))).toEqual(withFactors);
  expect(here.parts.filter(({ count }) => count < 4)).toEqual([]);
});

test('every part tells its own: no two digests are alike', () => {
  const digests = here.parts.map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(digests.length);
});

test('a second run, and Node on any machine, has the very bits that were committed', () => {
  expect(differingParts(fingerprint(), here)).toEqual([]);
  expect(fingerprintText(here).trimEnd().split('\n'), update).toEqual(committed.split('\n'));
});

test('a digest is the SHA-256 of the doubles, and the last one that of the lines above it', () => {
  const numbers = Float64Array.of(1, -0, 0.1, 5e-324, Infinity);
  expect(digestOf(numbers)).toBe(sha256(new Uint8Array(numbers.buffer)));
  expect(here.digest).toBe(sha256(linesOf(here.parts)));
});

test('a digest sees the last bit, the order, the sign of zero; and knows one NaN', () => {
  const digests = [[1, 2], [2, 1], [1, 2 + 2 ** -51], [0, 2], [-0, 2], [1], []].map(digestOf);
  expect(new Set(digests).size).toBe(digests.length);
  const other = new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer);
  expect(digestOf(other)).toBe(digestOf([NaN]));
});

test('the part that differs is named', () => {
  const [first, second, ...rest] = here.parts;
  const changed = { ...here, parts: [first, { ...second, digest: first.digest }, ...rest] };
  expect(differingParts(here, changed)).toEqual([second.name]);
  expect(differingParts(here, { ...here, parts: [second, ...rest] })).toEqual([first.name]);
});

test('JavaScriptCore, the engine of WebKit, has the same bits as Node', async (context) => {
  const jsc = findJsc();
  if (!jsc) return context.skip('needs jsc, the shell of JavaScriptCore, which is not here');
  const script = await bundleForShell('test/support/shell.ts');
  const printed = await outputOf(jsc, script);
  expect(printed.split('\n')).toEqual(fingerprintText(here).trimEnd().split('\n'));
});
