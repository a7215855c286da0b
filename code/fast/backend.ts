// #region backend
/**
 * The hot loops of the module once more, as WebAssembly with two numbers to
 * a register: the same sums in the same order, so the same bits, in a
 * fraction of the time. Their source is in `kernels/`.
 */
import { oneOf } from '../toolbox/guard.ts';
import { wasm } from './wasm.ts';
// #endregion backend

// #region which-backend
/** What runs the hot loops: the bits are the same. */
export type Backend = 'wasm' | 'typescript';

/**
 * What runs the hot loops here. `'typescript'` where WebAssembly with SIMD
 * is missing or refused, as a strict policy of a page does, or where
 * `useBackend` said so.
 */
export function backend(): Backend {
  return kernels(Infinity) ? 'wasm' : 'typescript';
}

/**
 * Which one to use from now on, to compare their times say. `'wasm'` is
 * used only where it can be.
 * @throws RangeError or TypeError for another name
 */
export function useBackend(name: Backend): void {
  oneOf(['wasm', 'typescript'])('useBackend', 'name', name);
  isWanted = name === 'wasm';
}

let isWanted = true;
/** Null: it was tried, and refused. */
let made: Kernels | null | undefined;

/** Multiplications that take as long as making the kernels does. */
const worthwhile = 20_000;

/**
 * The kernels, made when they are first worth it; undefined if they are
 * not, or can't be used.
 * @param work how many multiplications wait for them
 */
export function kernels(work: number): Kernels | undefined {
  if (!isWanted) return undefined;
  if (made === undefined && work < worthwhile) return undefined;
  made ??= instantiate();
  return made ?? undefined;
}
// #endregion which-backend

// #region instantiate
/** What `kernels/index.ts` exports. Addresses are in bytes. */
export interface Kernels {
  readonly memory: Memory;
  readonly start: () => number;
  readonly addGram: Kernel;
  readonly solveSymmetric: Kernel;
  readonly solveRows: Kernel;
  readonly conjugate: Kernel;
  readonly bprEpoch: Kernel;
  readonly dots: Kernel;
  readonly exp: Kernel;
}
type Kernel = (...values: readonly number[]) => number;
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** All that is used of it: the module knows neither a page nor Node. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

function instantiate(): Kernels | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    const module = new WebAssembly.Module(bytesOf(wasm.join('')));
    return new WebAssembly.Instance(module).exports as Kernels;
  } catch {
    return null;
  }
}

/** The bytes of a text in base64. */
function bytesOf(text: string): Uint8Array {
  const digits =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const size = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  const bytes = new Uint8Array(size);
  let [bits, held, n] = [0, 0, 0];
  for (const digit of text) {
    if (n === size) break;
    bits = (bits << 6) | digits.indexOf(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[n++] = bits >> held;
    bits &= (1 << held) - 1;
  }
  return bytes;
}
// #endregion instantiate

// #region place
type Numbers = Float64Array | Float32Array | Int32Array;
/** What a kernel reads: an array, or so many bytes to write in. */
type Placed = Numbers | number;

/**
 * Copies arrays into the memory of the kernels, one behind the other.
 * @returns the address of each; undefined if they are more than it can hold
 */
export function place(
  { memory, start }: Kernels,
  things: readonly Placed[],
): number[] | undefined {
  let end = start();
  const addresses = things.map((thing) => {
    const address = end;
    const size = typeof thing === 'number' ? thing : thing.byteLength;
    end += 16 * Math.ceil(size / 16);
    return address;
  });
  if (!hold(memory, end)) return undefined;
  things.forEach((thing, n) => {
    if (typeof thing === 'number') return;
    writeAt(memory, addresses[n], thing);
  });
  return addresses;
}

/** Writes an array where it was placed. */
export function writeAt(
  memory: Memory,
  address: number,
  values: Numbers,
): void {
  viewAt(memory, address, values).set(values);
}

/** Reads numbers back into their array. */
export function readBack(
  memory: Memory,
  address: number,
  into: Numbers,
): void {
  into.set(viewAt(memory, address, into));
}

/** The part of the memory that is laid out as this array is. */
function viewAt(
  { buffer }: Memory,
  address: number,
  values: Numbers,
): Numbers {
  const { length } = values;
  if (values instanceof Int32Array) {
    return new Int32Array(buffer, address, length);
  }
  return values instanceof Float32Array
    ? new Float32Array(buffer, address, length)
    : new Float64Array(buffer, address, length);
}

/** Whether the memory has so many bytes, or could grow to them. */
function hold(memory: Memory, bytes: number): boolean {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / 65536);
  if (missing <= 0) return true;
  try {
    memory.grow(missing);
    return true;
  } catch {
    return false;
  }
}
// #endregion place
