// What the compiled module gives away. All else is its own.
export { solveRows } from './als';
export { bprEpoch } from './bpr';
export { conjugate32 } from './cg32';
export { conjugate64 } from './cg64';
export { solveSymmetric } from './cholesky';
export { exp } from './exp';
export { addGram } from './gram';

/** Where memory is free. */
export function start(): usize {
  return (__heap_base + 15) & ~15;
}
