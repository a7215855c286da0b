// The book's code in an address: the playground reads from it what the book wrote, and it runs there as here.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furtherModels, oneFile } from '../../../.vitepress/build/oneFile.ts';
import { playedOf } from '../../../.vitepress/reader/take/openElsewhere.ts';
import {
  addressOf,
  filesOf,
  modelIn,
  packages,
  programOf,
} from '../../../.vitepress/reader/take/playground.ts';
import { makeSynthetic, Popularity, recallAtK, trainTestSplitLast } from '../../../code/recsys.ts';
import { root } from '../../support/site.ts';

const recsys = oneFile(root);
const ownModel = readFileSync(join(root, 'docs/snippets/own-model.ts'), 'utf8');

/** What the playground makes of an address. */
function filesIn(address: string): Record<string, string> {
  const packed = Buffer.from(address.slice(address.indexOf('#') + 1), 'base64');
  // By these two bytes it knows packed code.
  expect([...packed.subarray(0, 2)]).toEqual([0x78, 0xda]);
  return JSON.parse(inflateSync(packed).toString()) as Record<string, string>;
}

test('an address carries its files, and no server is sent them', async () => {
  const files = filesOf({ recsys, model: 'BPR' });
  const address = await addressOf(files);
  const { origin, pathname, search } = new URL(address);
  expect([origin, pathname, search]).toEqual(['https://play.vuejs.org', '/', '']);
  expect(filesIn(address)).toEqual(files);
});

test('the code there is the module without its compiled kernels, which the loops do without', () => {
  const text = filesOf({ recsys, model: 'BPR' })['recsys.ts'] ?? '';
  expect(recsys).toContain('AGFzbQ');
  expect(text).not.toContain('AGFzbQ');
  expect(text).toContain('const wasm: readonly string[] = [];');
  expect(recsys).toContain('// #region bpr\n');
  expect(text).not.toContain('#region');
});

test('an address is one that every browser takes, for the module and each further model', async () => {
  for (const file of [undefined, ...furtherModels(root)]) {
    const text = file === undefined ? recsys : oneFile(root, file);
    const address = await addressOf(filesOf({ recsys: text, model: 'BPR' }));
    // Safari takes 80,000 characters, the others more.
    expect(address.length).toBeLessThan(64_000);
  }
});

test('the packages are those of the book', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(packages).toEqual(dependencies);
  const { imports } = JSON.parse(filesOf({ recsys, model: 'BPR' })['import-map.json']) as {
    imports: Record<string, string>;
  };
  const froms = Array.from(recsys.matchAll(/\bfrom '([^']+)'/g), ([, from]) => from);
  expect(Object.keys(imports)).toEqual(froms);
});

test('the model of an open region is the one that is fitted', () => {
  const whole = { wholeFile: recsys };
  expect(modelIn('export class BPR implements Recommender {')).toBe('BPR');
  expect(modelIn('export function topK() {}')).toBeUndefined();
  expect(playedOf({ ...whole, text: 'function topK() {}' }, recsys).model).toBe('ItemItemCF');
  const own = playedOf({ text: ownModel, wholeFile: ownModel }, recsys);
  expect(own).toMatchObject({ recsys, model: 'OwnModel' });
  expect(own.own).toContain("from './recsys.ts'");
});

describe('what is run there', () => {
  const home = join(root, '.vitepress', 'cache');
  let folder = '';
  beforeAll(() => {
    mkdirSync(home, { recursive: true });
    folder = mkdtempSync(join(home, 'playground-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(files: Readonly<Record<string, string>>) {
    const place = mkdtempSync(join(folder, 'case-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
    return (await import(join(place, 'program.ts'))) as { recall: number; first?: number[] };
  }

  test('finds what the book finds', async () => {
    const { interactions, nUsers, nItems } = makeSynthetic({ seed: 0 });
    const { train, test } = trainTestSplitLast(interactions, nUsers, { holdOut: 'last-new' });
    const model = new Popularity().fit(train, nUsers, nItems);
    const lists = new Map([...test.keys()].map((user) => [user, model.recommend(user, 10)]));
    const played = await run(filesOf({ recsys, model: 'Popularity' }));
    expect(played.recall).toBe(recallAtK(lists, test, 10));
    expect(played.first).toEqual(lists.get(0));
  });

  test('takes features where a model asks for them, and a file of its own', async () => {
    const content = await run(filesOf({ recsys, model: 'ContentBased' }));
    expect(content.recall).toBeGreaterThan(0);
    const own = playedOf({ text: ownModel, wholeFile: ownModel }, recsys);
    expect(programOf(own)).toContain("from './own-model.ts'");
    expect((await run(filesOf(own))).recall).toBeGreaterThan(0);
  });
});
