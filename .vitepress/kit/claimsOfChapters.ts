import { bySlug } from '../run/bySlug.ts';
import type { ChapterClaims, Claim } from './claims.ts';

/** What the chapters claim, in `claims.ts` of their folders. */
export const claimsOfChapters: Readonly<Record<string, ChapterClaims>> = bySlug(
  import.meta.glob<ChapterClaims>('../chapters/[a-z]*/claims.ts', {
    eager: true,
    import: 'claims',
  }),
);

/** Every claim, by the name of its place in the book: `trending/haste`. */
export const allClaims: readonly (readonly [string, Claim])[] = Object.entries(claimsOfChapters)
  .flatMap(([slug, claims]) =>
    Object.entries(claims).map(([id, claim]) => [`${slug}/${id}`, claim] as const),
  )
  .sort(([a], [b]) => (a < b ? -1 : 1));
