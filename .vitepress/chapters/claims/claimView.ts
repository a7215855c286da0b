// What the page of the claims shows of each, as plain functions.
import { judge, sayNeeds } from '../../kit/evidence.ts';
import type { Evidence } from '../../kit/evidence.ts';
import { decimal } from '../../kit/numbers.ts';
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
      anchor: claim.name.replace('/', '-'),
      at: `claim-${claim.name.replace(/.*\//, '')}`,
    });
    chapters.set(claim.chapter, shown);
  }
  return Array.from(chapters, ([title, shown]) => ({ title, claims: shown }));
}

/** The value that the sentence is about: the border, or the middle of two. */
export function borderOf({ needs }: ShownClaim): number {
  if ('above' in needs) return needs.above;
  if ('below' in needs) return needs.below;
  if ('between' in needs) return (needs.between[0] + needs.between[1]) / 2;
  return needs.undecided;
}

/** "0.031 on average (95 % interval 0.027 to 0.035); above 0.000 on 30 of 30 logs" */
export function sayEvidence(claim: ShownClaim): string {
  const { mean, low, high, values, needs } = claim;
  const border = borderOf(claim);
  const above = values.filter((value) => value > border).length;
  const count =
    'below' in needs
      ? `below ${decimal(border)} on ${values.filter((value) => value < border).length}`
      : `above ${decimal(border)} on ${above}`;
  return (
    `${decimal(mean)} on average (95 % interval ${decimal(low)} to ${decimal(high)}); ` +
    `${count} of ${values.length} logs. The sentence needs an interval that ${sayNeeds(needs)}.`
  );
}

/** The finding of the page: how many hold. */
export function findingOf(chapters: readonly ChapterOfClaims[], logs: number): string {
  const all = chapters.flatMap(({ claims }) => claims);
  const held = all.filter(({ holds }) => holds).length;
  return held === all.length
    ? `All ${all.length} sentences that compare hold on ${logs} logs`
    : `${held} of ${all.length} sentences that compare hold on ${logs} logs`;
}
