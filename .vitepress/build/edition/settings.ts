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
  /** Where an error is reported: `(title, text) => address`. */
  readonly report?: (title: string, text: string) => string;
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

interface Host {
  /** What stands between the address of a repository and the branch. */
  readonly edit: string;
  /** The page of a new issue, and what it calls its title and its text. */
  readonly issue: string;
  readonly title: string;
  readonly text: string;
}

/** The known hosts of repositories. */
const hosts: readonly (readonly [host: RegExp, Host])[] = [
  [/^github\./, { edit: 'edit', issue: 'issues/new', title: 'title', text: 'body' }],
  [
    /^gitlab\./,
    {
      edit: '-/edit',
      issue: '-/issues/new',
      title: 'issue[title]',
      text: 'issue[description]',
    },
  ],
  [/^codeberg\./, { edit: '_edit', issue: 'issues/new', title: 'title', text: 'body' }],
];

interface Repository {
  readonly address: string;
  readonly host: Host;
}

/** @returns undefined for a host of which nothing is known: a dead link is worse than none */
function repositoryOf(given: string | undefined): Repository | undefined {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(given ?? '');
  const address = short
    ? `https://github.com/${short[1]}`
    : given?.replace(/^git\+/, '').replace(/\.git$/, '');
  if (!address || !URL.canParse(address)) return undefined;
  const { hostname, protocol } = new URL(address);
  const host = hosts.find(([name]) => name.test(hostname))?.[1];
  if (!host || protocol !== 'https:') return undefined;
  return { address: address.replace(/\/$/, ''), host };
}

/** The links to the editor of a repository, which is given as package.json gives it. */
export function editLinks(given: string | undefined, branch = 'main'): Settings['edit'] {
  const repository = repositoryOf(given);
  return (
    repository && ((file) => `${repository.address}/${repository.host.edit}/${branch}/${file}`)
  );
}

/** The links to a new issue of a repository, with its title and its text. */
export function reportLinks(given: string | undefined): Settings['report'] {
  const repository = repositoryOf(given);
  if (!repository) return undefined;
  const { address, host } = repository;
  return (title, text) =>
    `${address}/${host.issue}?${new URLSearchParams({ [host.title]: title, [host.text]: text }).toString()}`;
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
  const report = reportLinks(repository);
  return {
    base,
    version: manifest.version,
    ...(url && { url }),
    ...(edit && { edit }),
    ...(report && { report }),
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
