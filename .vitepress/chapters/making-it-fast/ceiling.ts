// What the machine can do at best, where it is: the kernel's innermost loop over numbers that never leave the cache.
import { kernels, place } from '../../../code/fast/backend.ts';

const [height, stride] = [64, 32];
/** Multiplications and additions of one call: tiles of 4 x 4, those on the diagonal whole. */
const perCall = 2 * height * 16 * (((stride / 4) * (stride / 4 + 1)) / 2);

/** In 10⁹ operations a second, the best of several tries; null where there are no kernels. */
export function measureCeiling(tries = 12, ms = 15): number | null {
  const fast = kernels(Infinity);
  const at = fast && place(fast, [8 * stride * stride, 8 * height * stride]);
  if (!fast || !at) return null;
  const [G, M] = at;
  let best = 0;
  for (let n = 0; n < tries; n++) {
    const start = performance.now();
    let [calls, took] = [0, 0];
    while (took < ms) {
      for (let call = 0; call < 50; call++) fast.addGram(G, M, height, stride, 1e-9);
      calls += 50;
      took = performance.now() - start;
    }
    best = Math.max(best, (calls * perCall) / took / 1e6);
  }
  return best;
}
