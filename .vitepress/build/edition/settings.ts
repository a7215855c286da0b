import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the book knows of where it will stand and of when it was written. Nothing of it is needed: what
 * cannot be known is left out, and never guessed.
 */
export interface Settings {
  readonly base: string;
  /** `https://example.org/book/`, from BOOK_URL. */
  readonly url?: string;
  /** Where the text of a page is edited: `(file) => address`. */
  readonly edit?: (file: string) => string;
  readonly version: string;
  /** The day of the newest commit, `2026-11-24`. */
  readonly date?: string;
  /** The day on which each file under `docs/` was last changed. */
  readonly dates: ReadonlyMap<string, string>;
}

/** The absolute address of the book's first page. It must end as the base does. */
export function bookUrl(given: string | undefined, base: string): string | undefined {
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(`BOOK_URL: needed an address such as https://example.org/, got ${given}`);
  }
  const whole = url.href.endsWith('/') ? url.href : `${url.href}/`;
  if (new URL(whole).pathname !== base) {
    throw new Error(`BOOK_URL: ${given} does not end in the base of the site, ${base}`);
  }
  return whole;
}

/** How the known hosts of repositories call the page on which a file is edited. */
const editPaths: readonly (readonly [host: RegExp, path: string])[] = [
  [/^github\./, 'edit'],
  [/^gitlab\./, '-/edit'],
  [/^codeberg\./, '_edit'],
];

/**
 * The link to the editor of a repository, which is given as package.json gives it.
 * @returns undefined for a host of which nothing is known: a dead link is worse than none
 */
export function editLinks(
  repository: string | undefined,
  branch = 'main',
): ((file: string) => string) | undefined {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(repository ?? '');
  const address = short
    ? `https://github.com/${short[1]}`
    : repository?.replace(/^git\+/, '').replace(/\.git$/, '');
  if (!address || !URL.canParse(address)) return undefined;
  const { hostname, protocol } = new URL(address);
  const known = editPaths.find(([host]) => host.test(hostname));
  if (!known || protocol !== 'https:') return undefined;
  return (file) => `${address.replace(/\/$/, '')}/${known[1]}/${branch}/${file}`;
}

function git(root: string, args: readonly string[]): string {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: [...stdio] });
  } catch {
    return '';
  }
}

/**
 * The days of the commits, each in the time zone of its author, so that every machine reads the same.
 * A copy without its history tells nothing; nor does a shallow clone, whose one commit has touched
 * every file.
 */
export function daysOf(root: string): Pick<Settings, 'date' | 'dates'> {
  const dates = new Map<string, string>();
  if (git(root, ['rev-parse', '--is-shallow-repository']).trim() !== 'false') return { dates };
  // A folder within another repository has that one's history, not its own.
  if (git(root, ['rev-parse', '--show-prefix']).trim() !== '') return { dates };
  const date = git(root, ['log', '-1', '--format=%cs']).trim();
  let day = '';
  for (const line of git(root, ['log', '--format=:%cs', '--name-only', '--', 'docs']).split('\n')) {
    if (line.startsWith(':')) day = line.slice(1);
    else if (line && !dates.has(line)) dates.set(line, day);
  }
  return date ? { date, dates } : { dates };
}

export function readSettings(root: string, base: string): Settings {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
    repository?: string | { url: string };
  };
  const named = manifest.repository;
  const repository =
    process.env['BOOK_REPOSITORY'] || (typeof named === 'string' ? named : named?.url);
  const url = bookUrl(process.env['BOOK_URL'], base);
  const edit = editLinks(repository, process.env['BOOK_BRANCH'] || 'main');
  return {
    base,
    version: manifest.version,
    ...(url && { url }),
    ...(edit && { edit }),
    ...daysOf(root),
  };
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `2026-11-24` -> `24 November 2026`, whatever the language of the machine. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}
