// Waiting for a value, also in tests that run side by side (expect.poll knows only one at a time).
import { isDeepStrictEqual } from 'node:util';

/** Reads again and again until the value will do; says what came last when it never does. */
export async function until<T>(
  read: () => T | Promise<T>,
  willDo: (value: T) => boolean,
  what: string,
  timeout = 120_000,
): Promise<T> {
  for (const start = performance.now(); ;) {
    const value = await read();
    if (willDo(value)) return value;
    if (performance.now() - start > timeout) {
      throw new Error(`Waited ${timeout} ms until ${what}; it is ${JSON.stringify(value)}`);
    }
    await new Promise((done) => setTimeout(done, 40));
  }
}

export const untilEqual = <T>(read: () => T | Promise<T>, wanted: T, what: string): Promise<T> =>
  until(read, (value) => isDeepStrictEqual(value, wanted), `${what} is ${JSON.stringify(wanted)}`);
