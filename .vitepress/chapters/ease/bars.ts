// Two bars beside each other: a cosine from 0, and a weight to either side of a zero line.
import { decimal } from '../../kit/numbers.ts';

/** An item that is compared: what cosine says of it, and what EASE says. */
export interface Compared {
  readonly id: number;
  readonly name: string;
  /** In small letters below the name. */
  readonly note?: string;
  readonly cosine: number;
  readonly weight: number;
}

/** Where the zero line of the weights stands, in percent of the width. */
export const zero = 40;

/** A bar in percent of the width: where it begins, and how long it is. */
export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** The bars of weights at one scale, so that the longest of each sign has room on its side. */
export function weightBars(weights: readonly number[]): Bar[] {
  const up = Math.max(0, ...weights) / (100 - zero);
  const down = Math.max(0, ...weights.map((weight) => -weight)) / zero;
  const perPercent = Math.max(up, down) || 1;
  return weights.map((weight) => {
    const width = Math.abs(weight) / perPercent;
    return { x: weight < 0 ? zero - width : zero, width };
  });
}

/** With the sign in front, and as many digits as the largest of them needs to differ from 0. */
export function weightTexts(weights: readonly number[]): string[] {
  const largest = Math.max(0, ...weights.map(Math.abs));
  const digits = largest >= 0.05 ? 3 : largest >= 0.005 ? 4 : 5;
  return weights.map((weight) => {
    const text = decimal(weight, digits);
    return Number(text) > 0 ? `+${text}` : text;
  });
}
