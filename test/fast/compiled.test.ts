// What is committed is what the sources of the kernels compile to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kernelsFile, kernelsText } from '../../.vitepress/build/kernels.ts';
import { wasm } from '../../code/fast/wasm.ts';
import { root } from '../support/site.ts';

test('code/fast/wasm.ts is what `npm run kernels` writes, byte for byte', async () => {
  expect(readFileSync(join(root, kernelsFile), 'utf8')).toBe(await kernelsText(root));
}, 120_000);

test('the compiled module is small, and asks for nothing from outside', () => {
  const base64 = wasm.join('');
  expect(base64.length).toBeLessThanOrEqual(12 * 1024);
  const module = new WebAssembly.Module(Buffer.from(base64, 'base64'));
  expect(WebAssembly.Module.imports(module)).toEqual([]);
});
