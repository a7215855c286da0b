import path from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { claimLogs } from '../../kit/claimLogs.ts';
import { evidenceAt, sentenceAt } from '../../kit/claimPlaces.ts';

/**
 * A sentence that compares says which claim it stands on: `<Claim id="haste">The third pays for its haste.</Claim>`. It
 * becomes an anchor of its own, followed by a link to its evidence on the page of all claims.
 */
interface PageEnv {
  readonly relativePath?: string;
}

/** @param page within `docs/`: `models/trending.md` */
export function withEvidence(source: string, page: string): string {
  const slug = path.posix.basename(page, '.md');
  const claims = path.posix.relative(path.posix.dirname(page), 'claims');
  const target = claims.startsWith('.') ? claims : `./${claims}`;
  return source.replace(
    /<Claim\s+id="([^"]*)">([^]*?)<\/Claim>/g,
    (_, id: string, text: string) =>
      `<span class="claim" id="${sentenceAt(id)}">${text}</span> ` +
      `[${claimLogs}&nbsp;logs](${target}#${evidenceAt(`${slug}/${id}`)}){.evidence}`,
  );
}

export function claimsPlugin(md: MarkdownRenderer): void {
  md.core.ruler.before('block', 'claims', (state) => {
    const { relativePath: page } = state.env as PageEnv;
    if (page) state.src = withEvidence(state.src, page);
  });
}
