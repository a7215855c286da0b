// What the page of the claims shows of each, as plain functions.
import { evidenceAt, sentenceAt } from '../../kit/claimPlaces.ts';
import { judge, sayNeeds } from '../../kit/evidence.ts';
import type { Evidence } from '../../kit/evidence.ts';
import { inWords } from '../../kit/inWords.ts';
import { decimal, settingText } from '../../kit/numbers.ts';
import type { PrintedClaims } from './claims.data.ts';
import type { ClaimsRow } from './claims.job.ts';

type PrintedClaim = PrintedClaims['claims'][number];

export interface ShownClaim extends PrintedClaim, Evidence {
  /** The place of its evidence on this page, and that of the sentence on its own. */
  readonly anchor: string;
  readonly at: string;
}

export interface ChapterOfClaims {
  readonly title: string;
  readonly claims: readonly ShownClaim[];
}

/** The claims under the titles of their chapters, in the order of the pages. */
export function byChapter(
  claims: readonly PrintedClaim[],
  rows: readonly ClaimsRow[],
): ChapterOfClaims[] {
  const chapters = new Map<string, ShownClaim[]>();
  for (const claim of claims) {
    const values = rows.map((row) => row.values[claim.column]);
    const shown = chapters.get(claim.chapter) ?? [];
    shown.push({
      ...claim,
      ...judge(claim.needs, values),
      anchor: evidenceAt(claim.name),
      at: sentenceAt(claim.name.replace(/.*\//, '')),
    });
    chapters.set(claim.chapter, shown);
  }
  return Array.from(chapters, ([title, shown]) => ({ title, claims: shown }));
}

/** The lines that the interval must not cross, or must cover. */
export function bordersOf({ needs }: ShownClaim): readonly number[] {
  if ('above' in needs) return [needs.above];
  if ('below' in needs) return [needs.below];
  return 'between' in needs ? needs.between : [needs.undecided];
}

/** On how many of the logs the sentence would have been true by itself: "above 0 on 27 of 30 logs". */
function sayCount({ needs, values }: ShownClaim): string {
  const count = (isSo: (value: number) => boolean): number => values.filter(isSo).length;
  const of = `of ${values.length} logs`;
  if ('above' in needs) {
    const { above } = needs;
    return `above ${settingText(above)} on ${count((value) => value > above)} ${of}`;
  }
  if ('below' in needs) {
    const { below } = needs;
    return `below ${settingText(below)} on ${count((value) => value < below)} ${of}`;
  }
  if ('between' in needs) {
    const [low, high] = needs.between;
    return `within these limits on ${count((value) => value >= low && value <= high)} ${of}`;
  }
  const { undecided } = needs;
  return `above ${settingText(undecided)} on ${count((value) => value > undecided)} ${of}`;
}

/** "The sentence needs an interval that lies above 0. It is 0.027 to 0.035, around 0.031; above 0 on 30 of 30 logs." */
export function sayEvidence(claim: ShownClaim): string {
  const { mean, low, high, needs } = claim;
  return (
    `The sentence needs an interval that ${sayNeeds(needs)}. It is ${decimal(low)} to ` +
    `${decimal(high)}, around a mean of ${decimal(mean)}; ${sayCount(claim)}.`
  );
}

/**
 * The finding of the page: how many hold.
 * @param unseen no sentence was written with these logs at hand
 */
export function findingOf(
  chapters: readonly ChapterOfClaims[],
  logs: number,
  unseen = false,
): string {
  const all = chapters.flatMap(({ claims }) => claims);
  const held = all.filter(({ holds }) => holds).length;
  if (unseen) {
    const on = `hold on ${inWords(logs)} logs that the book has not seen`;
    return `${held} of ${all.length} sentences ${on}`;
  }
  return held === all.length
    ? `All ${all.length} sentences that compare hold on ${logs} logs`
    : `${held} of ${all.length} sentences that compare hold on ${logs} logs`;
}
