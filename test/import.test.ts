// The module is imported as it is: by a Node that takes off types itself, and by Vite.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { build } from 'vite';
import { makeSynthetic, Popularity } from '../code/recsys.ts';
import { findNode } from './support/engines.ts';
import { root } from './support/site.ts';

const source = join(root, 'code', 'recsys.ts');
const { interactions, nUsers, nItems } = makeSynthetic({ nInter: 200 });
const expected = new Popularity().fit(interactions, nUsers, nItems).recommend(0);

/** Makes the same list from the module at the address. */
const script = (address: string): string => `
  const { makeSynthetic, Popularity } = await import(${JSON.stringify(address)});
  const { interactions, nUsers, nItems } = makeSynthetic({ nInter: 200 });
  console.log(JSON.stringify(new Popularity().fit(interactions, nUsers, nItems).recommend(0)));
`;

describe('code/recsys.ts', () => {
  test('is imported by Node as it is', (context) => {
    const node = findNode();
    if (!node) {
      console.warn(`SKIPPED "${context.task.name}": no Node 22.18 or later on PATH or in NODE22`);
      context.skip('needs Node 22.18 or later, on PATH or named by NODE22');
      return;
    }
    const code = script(pathToFileURL(source).href);
    const flags = ['--input-type=module', '--disable-warning=ExperimentalWarning'];
    const out = execFileSync(node, [...flags, '-e', code], { encoding: 'utf8', cwd: root });
    expect(JSON.parse(out)).toEqual(expected);
  });

  test('is bundled by Vite, and gives the same in Node', async () => {
    const result = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: source, formats: ['es'], fileName: 'recsys' },
      },
    });
    const outputs = Array.isArray(result) ? result : [result];
    const [chunk] = outputs.flatMap((output) => ('output' in output ? output.output : []));
    if (chunk.type !== 'chunk') throw new Error('there is no chunk');
    expect(chunk.exports).toContain('ImplicitALS');
    expect(chunk.imports).toEqual([]);
    const address = `data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`;
    const code = script(address);
    const out = execFileSync(process.execPath, ['--input-type=module'], {
      encoding: 'utf8',
      input: code,
    });
    expect(JSON.parse(out)).toEqual(expected);
  });
});
