// What the compiled module gives away. All else is its own.
export { solveRows } from './als';
export { bprEpoch } from './bpr';
export { conjugate } from './cg';
export { solveSymmetric } from './cholesky';
export { dots } from './dots';
export { exp } from './exp';
export { addGram } from './gram';

/** Where memory is free. */
export function start(): usize {
  return (__heap_base + 15) & ~15;
}
