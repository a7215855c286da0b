import { execFileSync } from 'node:child_process';
import { workerData } from 'node:worker_threads';

/** What a snippet of the book prints, in a process of its own: `printedBy('usage.ts')`. */
export function printedBy(snippet: string): string {
  const { snippets } = workerData as { readonly snippets: Readonly<Record<string, string>> };
  const program = snippets[snippet];
  if (!program) throw new Error(`docs/snippets/${snippet} is not there`);
  return execFileSync(process.execPath, [program], { encoding: 'utf8' }).trim();
}
