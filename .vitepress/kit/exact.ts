import { decimal, percent } from './numbers.ts';

/** A number as a table shows it, which takes all its digits along: see DataTable.vue and reader/take/. */
export interface Exact {
  readonly value: number;
  readonly text: string;
  /** Where it is put into a text it is what it shows. */
  readonly toString: () => string;
}

const exact = (value: number, text: string): Exact => ({ value, text, toString: () => text });

/** 0.06434 -> "0.064" */
export const exactDecimal = (value: number, digits = 3): Exact =>
  exact(value, decimal(value, digits));

/** 0.2074 -> "21 %" */
export const exactPercent = (share: number, digits = 0): Exact =>
  exact(share, percent(share, digits));

export const isExact = (cell: string | number | Exact): cell is Exact => typeof cell === 'object';
