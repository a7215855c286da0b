// The sentences of the book that compare: `<Claim id="haste">The third pays for its haste.</Claim>` in a page.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { count, decimal, percent } from '../../kit/numbers.ts';
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

/** The number that `<Measured />` prints. */
function numberText(value: number, isShare: boolean, digits: number | undefined): string {
  if (isShare) return percent(value, digits);
  return Number.isInteger(value) ? count(value) : decimal(value, digits);
}

/** A sentence as it stands alone: its numbers filled in, without the marks of Markdown, with a capital. */
export function plainText(markdown: string, results: MeasuredResults): string {
  return markdown
    .replace(measured, (_, of: string, share?: string, digits?: string) =>
      numberText(results[of], share !== undefined, digits === undefined ? undefined : +digits),
    )
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\w)(\*\*|__|\*|_)([^_*]+)\1(?!\w)/g, '$2')
    .replace(/[ \t\n]+/g, ' ')
    .trim()
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

/** All of them, page by page. @param docs the folder of the pages */
export function sentencesIn(docs: string, results: MeasuredResults): Sentence[] {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  return pages.flatMap((page) => {
    const slug = path.posix.basename(page, '.md');
    const markdown = readFileSync(path.join(docs, page), 'utf8');
    return Array.from(markdown.matchAll(marked), ([, id, text]) => ({
      name: `${slug}/${id}`,
      page,
      text: plainText(text, results),
    }));
  });
}
