import { decimal, percent } from './numbers.ts';

/** A cell as a table shows it, which takes all its digits along: see DataTable.vue and reader/take/. */
export interface Exact {
  /** A number, or what is written of several: `0.41 [0.37, 0.46]`. */
  readonly value: number | string;
  readonly text: string;
  /** Where it is put into a text it is what it shows. */
  readonly toString: () => string;
}

const exact = (value: number | string, text: string): Exact => ({
  value,
  text,
  toString: () => text,
});

/** 0.06434 -> "0.064" */
export const exactDecimal = (value: number, digits = 3): Exact =>
  exact(value, decimal(value, digits));

/** 0.2074 -> "21 %" */
export const exactPercent = (share: number, digits = 0): Exact =>
  exact(share, percent(share, digits));

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** An interval in these words, which takes along `[0.3712, 0.4614]`. */
export const exactInterval = ({ low, high }: Ends, text: string): Exact =>
  exact(`[${low}, ${high}]`, text);

/** A number and its interval in these words. */
export const exactEstimate = (
  { mean, low, high }: Ends & { readonly mean: number },
  text: string,
): Exact => exact(`${mean} [${low}, ${high}]`, text);

/** A number in words that `decimal` and `percent` don't write. */
export const exactAs = (value: number, text: string): Exact => exact(value, text);

export const isExact = (cell: string | number | Exact): cell is Exact => typeof cell === 'object';
