// Where WebAssembly is refused the TypeScript of the book runs, and says so.
import { afterEach, expect, test, vi } from 'vitest';
import { makeSynthetic } from '../../code/recsys.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const freshModule = () => import('../../code/recsys.ts');

/** Factors as one list. */
function factorsOf(module: Awaited<ReturnType<typeof freshModule>>): number[] {
  const { interactions, nUsers, nItems } = makeSynthetic({ nUsers: 20, nItems: 15, nInter: 500 });
  const model = new module.ImplicitALS({ iters: 2 }).fit(interactions, nUsers, nItems);
  return model.itemFactors.to1DArray();
}

test('is WebAssembly where it can be, and TypeScript when asked, to the same bits', async () => {
  const module = await freshModule();
  expect(module.backend()).toBe('wasm');
  const fast = factorsOf(module);
  module.useBackend('typescript');
  expect(module.backend()).toBe('typescript');
  expect(factorsOf(module)).toEqual(fast);
  module.useBackend('wasm');
  expect(module.backend()).toBe('wasm');
});

test('is not asked for by an import or by little work, and once by a fit', async () => {
  const Module = vi.fn(WebAssembly.Module);
  vi.stubGlobal('WebAssembly', { ...WebAssembly, Module, Instance: WebAssembly.Instance });
  const module = await freshModule();
  new module.ImplicitALS({ factors: 2, iters: 1 }).fit([[0, 0, 0]], 1, 1);
  expect(Module).not.toHaveBeenCalled();
  factorsOf(module);
  factorsOf(module);
  expect(Module).toHaveBeenCalledTimes(1);
});

test.for([
  ['missing', undefined],
  [
    'refused',
    {
      Module: function refuse(): never {
        throw new EvalError('refused by the policy of the page');
      },
    },
  ],
] as const)('is TypeScript where WebAssembly is %s, to the same bits', async ([, replaced]) => {
  const fast = factorsOf(await freshModule());
  vi.resetModules();
  vi.stubGlobal('WebAssembly', replaced);
  const module = await freshModule();
  expect(module.backend()).toBe('typescript');
  expect(factorsOf(module)).toEqual(fast);
});

test('gives way where the memory can hold no more', async () => {
  const fast = factorsOf(await freshModule());
  vi.resetModules();
  const real = WebAssembly;
  class Instance {
    readonly exports: object;
    constructor(module: WebAssembly.Module) {
      const { exports } = new real.Instance(module);
      const memory = exports.memory as WebAssembly.Memory;
      const full = () => {
        throw new RangeError('WebAssembly.Memory.grow(): maximum reached');
      };
      this.exports = { ...exports, memory: { buffer: memory.buffer.slice(0, 2048), grow: full } };
    }
  }
  vi.stubGlobal('WebAssembly', { Module: real.Module, Instance });
  const module = await freshModule();
  expect(module.backend()).toBe('wasm');
  expect(factorsOf(module)).toEqual(fast);
});
