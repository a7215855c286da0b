// The sentences of the book that compare: `<Claim id="haste">The third pays for its haste.</Claim>` in a page.
import { measuredText } from '../../kit/numbers.ts';
import type { MeasuredResults } from '../../kit/measure.ts';

export interface Sentence {
  /** Of its claim: `trending/haste`. */
  readonly name: string;
  /** Within `docs/`: `models/trending.md`. */
  readonly page: string;
  readonly text: string;
}

const marked = /<Claim\s+id="([^"]*)">([^]*?)<\/Claim>/g;
const measured = /<Measured\s+of="([^"]*)"(\s+percent)?(?:\s+digits="(\d+)")?\s*\/>/g;

/** A sentence as it stands alone: its numbers filled in, without the marks of Markdown and of inline maths, with a capital. */
export function plainText(markdown: string, results: MeasuredResults): string {
  return markdown
    .replace(measured, (_, of: string, share?: string, digits?: string) =>
      measuredText(results[of], share !== undefined, digits === undefined ? undefined : +digits),
    )
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<![\\$])\$(?!\s)([^$\n]+?)(?<!\s)\$(?!\d)/g, '$1')
    .replace(/(?<!\w)(\*\*|__|\*|_)([^_*]+)\1(?!\w)/g, '$2')
    .replace(/[ \t\n]+/g, ' ')
    .trim()
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

/** All of them, page by page. @param pages their Markdown, by their files within `docs/` */
export function sentencesIn(
  pages: ReadonlyMap<string, string>,
  results: MeasuredResults,
): Sentence[] {
  return Array.from(pages).flatMap(([page, markdown]) => {
    const slug = page.replace(/^.*\/|\.md$/g, '');
    return Array.from(markdown.matchAll(marked), ([, id, text]) => ({
      name: `${slug}/${id}`,
      page,
      text: plainText(text, results),
    }));
  });
}
