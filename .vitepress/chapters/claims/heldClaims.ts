// Sentences and what was measured of them, joined: each sentence has a claim, each claim a sentence, and all hold.
import { judge, sayNeeds } from '../../kit/evidence.ts';
import type { Needs } from '../../kit/evidence.ts';
import { decimal } from '../../kit/numbers.ts';
import type { ClaimsRow } from './claims.job.ts';
import type { Sentence } from './sentences.ts';

export interface MeasuredClaim {
  readonly name: string;
  readonly of: string;
  readonly needs: Needs;
}

/** A claim whose sentence stands in the book. */
export interface HeldClaim extends MeasuredClaim, Sentence {
  /** Its place among the values of a row. */
  readonly column: number;
}

const fileOf = (name: string): string => `.vitepress/chapters/${name.split('/')[0]}/claims.ts`;

/**
 * In the order of the pages.
 * @throws Error with the sentence and its evidence where one does not hold, or where one of the two is missing
 */
export function heldClaims(
  claims: readonly MeasuredClaim[],
  rows: readonly ClaimsRow[],
  sentences: readonly Sentence[],
): HeldClaim[] {
  const said = new Set<string>();
  const held = sentences.map((sentence): HeldClaim => {
    const { name, page, text } = sentence;
    const column = claims.findIndex((claim) => claim.name === name);
    if (column < 0) throw new Error(`docs/${page}: "${text}" needs ${name} in ${fileOf(name)}`);
    if (said.has(name)) throw new Error(`docs/${page}: ${name} is the claim of two sentences`);
    said.add(name);
    const claim = claims[column];
    const values = rows.map((row) => row.values[column]);
    const { mean, low, high, holds } = judge(claim.needs, values);
    if (!holds) {
      throw new Error(
        `docs/${page}: "${text}" does not hold. Measured: ${claim.of}. It is ${decimal(mean, 4)} ` +
          `[${decimal(low, 4)}, ${decimal(high, 4)}] over ${values.length} logs, and the sentence ` +
          `needs an interval that ${sayNeeds(claim.needs)}`,
      );
    }
    return { ...claim, ...sentence, column };
  });
  const unsaid = claims.find(({ name }) => !said.has(name));
  if (unsaid) throw new Error(`${fileOf(unsaid.name)}: no page says <Claim id> ${unsaid.name}`);
  return held;
}
