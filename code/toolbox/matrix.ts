// #region matrix
/**
 * Matrices of ml-matrix, which callers give and get: read once into a flat
 * one, and made from it.
 */
import { Matrix } from 'ml-matrix';
import { rowOfFlat, zeros } from './dense.ts';
import type { FlatMatrix } from './dense.ts';
import { bad, checkCells, isIndex, MAX_CELLS } from './guard.ts';
// #endregion matrix

// #region flatten
/** Small enough that sums of products stay finite. */
export function isModerate(value: unknown): boolean {
  return typeof value === 'number' && value >= -1e150 && value <= 1e150;
}

/** Also one from another copy of ml-matrix, but nothing that only says so. */
function isMatrix(value: Matrix): boolean {
  if (!Matrix.isMatrix(value) || typeof value.get !== 'function') {
    return false;
  }
  return [value.rows, value.columns].every((n) => isIndex(n, MAX_CELLS));
}

/** A copy of an ml-matrix, checked. */
export function flatten(
  where: string,
  name: string,
  matrix: Matrix,
  [height, columns]: readonly [height?: number, columns?: number] = [],
): FlatMatrix {
  if (!isMatrix(matrix)) {
    throw bad(TypeError, where, name, 'an ml-matrix Matrix', matrix);
  }
  const rows = height ?? matrix.rows;
  const width = columns ?? matrix.columns;
  if (matrix.rows !== rows || matrix.columns !== width) {
    throw new RangeError(
      `${where}: ${name} must be [${rows} x ${width}], ` +
        `got [${matrix.rows} x ${matrix.columns}]`,
    );
  }
  checkCells(where, name, [rows, width]);
  const flat = zeros(rows, width);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < width; c++) {
      const value = matrix.get(r, c);
      if (!isModerate(value)) {
        const cell = `${name}[${r}, ${c}]`;
        const needed = 'a number from -1e150 to 1e150';
        throw bad(RangeError, where, cell, needed, value);
      }
      flat.data[r * flat.stride + c] = value;
    }
  }
  return flat;
}

/** A copy as an ml-matrix. */
export function toDense(flat: FlatMatrix): Matrix {
  const dense = Matrix.zeros(flat.height, flat.width);
  for (let r = 0; r < flat.height; r++) dense.setRow(r, rowOfFlat(flat, r));
  return dense;
}
// #endregion flatten
