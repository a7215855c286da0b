import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from '../../build/results/loader.ts';
import { readPages } from '../../build/readPages.ts';
import { chapterByFile, chapters, linkOf } from '../../chapters.ts';
import type { MeasuredResults } from '../../kit/measure.ts';
import type { ClaimRuns } from './claimRuns.data.ts';
import { heldClaims } from './heldClaims.ts';
import type { HeldClaim } from './heldClaims.ts';
import type { ClaimsRow, ClaimsSpec } from './claims.job.ts';
import { sentencesIn } from './sentences.ts';

/** Every sentence that compares, with what was measured of it. */
export interface PrintedClaims {
  readonly spec: ClaimsSpec;
  readonly rows: readonly ClaimsRow[];
  readonly claims: readonly (HeldClaim & { readonly chapter: string; readonly link: string })[];
}

declare const data: PrintedClaims;
export { data };

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../docs');

export default {
  from: ['./claimRuns.data.ts', '../../kit/measured.all.data.ts'],
  reads: ['docs'],
  load({ spec, claims, rows }: ClaimRuns, results: MeasuredResults): PrintedClaims {
    return {
      spec,
      rows,
      claims: heldClaims(claims, rows, sentencesIn(readPages(docs), results))
        .map((claim) => {
          const chapter = chapterByFile(claim.page);
          if (!chapter) throw new Error(`docs/${claim.page} belongs to no chapter`);
          return { claim, chapter };
        })
        .sort((a, b) => chapters.indexOf(a.chapter) - chapters.indexOf(b.chapter))
        .map(({ claim, chapter }) => ({
          ...claim,
          chapter: chapter.title,
          link: linkOf(chapter),
        })),
    };
  },
} satisfies Loader;
