import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ShikiTransformer } from 'shiki';
import type { MarkdownRenderer } from 'vitepress';
import { chapterByFile } from '../../chapters.ts';
import { isFurtherModel, partsOfOneFile } from '../oneFile.ts';
import { symbols } from './symbolsOf.ts';
import { findRegion, listRegions, wholeFile, type Region } from '../../kit/regions.ts';

/**
 * Listings spliced from the real source, `<<< @/../code/recsys.ts#bpr`, with a head that names the
 * file and the lines, real line numbers in the gutter, and a link to the place in the whole file.
 *
 * In the braces, after an optional `{1,3-5}` of lines to emphasise and the language `ts`:
 *   mark=name        emphasise the lines of a region nested in this one
 *   mark=/pattern/   emphasise the lines that match (no spaces; use \s)
 *   fixed            not to be edited: what the one file to take along does not have, imports first of all
 *   anchors          give the first line of every region its name as id (the whole file's page)
 */

interface SnippetMeta {
  readonly src: string;
  readonly region: string;
}

interface PageEnv {
  readonly relativePath?: string;
  readonly path?: string;
  readonly includes?: string[];
}

export interface ListingOptions {
  /** Site base, `/` or `/book/`. */
  readonly base: string;
  /** The project's folder: file names in listing heads are given from here. */
  readonly root: string;
  /** The page that shows the whole file, without base or slash. */
  readonly wholePage: string;
}

/** The files that the page of the whole shows: listings of any other have nowhere to link to. */
const isOfModule = (file: string): boolean =>
  /^code\/(?:recsys|(?:toolbox|fast)\/[\w-]+)\.ts$/.test(file);
/** A model to start from: it is edited as a whole. Of the rest, what is a part of the one file that an editor changes. */
const ownModelName = 'docs/snippets/own-model.ts';

export function listingPlugin(md: MarkdownRenderer, options: ListingOptions): void {
  const renderFence = md.renderer.rules.fence;
  if (!renderFence) throw new Error('listing: markdown-it has no fence rule');
  md.renderer.rules.fence = (tokens, index, mdOptions, env: PageEnv, self) => {
    const token = tokens[index];
    const meta = token.meta as SnippetMeta | null;
    if (!meta?.src) return renderFence(tokens, index, mdOptions, env, self);
    env.includes?.push(meta.src);
    const file = path.relative(options.root, meta.src).split(path.sep).join('/');
    try {
      const source = readFileSync(meta.src, 'utf8');
      const region = meta.region ? findRegion(source, meta.region) : wholeFile(source);
      token.content = region.lines.map((line) => line.text).join('\n');
      const chapter = chapterByFile(env.relativePath ?? '');
      const marks = chapter && symbols[chapter.id] ? ` symbols=${chapter.id}/${region.name}` : '';
      const canBeEdited = isFurtherModel(file) || partsOfOneFile(options.root).includes(file);
      const isEdited = canBeEdited && !/\bfixed\b/.test(token.info);
      token.info = fenceInfo(token.info, source, region) + marks;
      token.meta = null;
      const linked = isOfModule(file) && env.relativePath !== `${options.wholePage}.md`;
      const code = renderFence(tokens, index, mdOptions, env, self);
      return frame(code, file, region, {
        wholeLink: linked ? `${options.base}${options.wholePage}` : '',
        edited: isEdited,
      });
    } catch (error) {
      const page = env.relativePath ?? env.path ?? 'a page';
      const what = meta.region ? `${file}#${meta.region}` : file;
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${page}: cannot splice ${what}: ${why}`, { cause: error });
    }
  };
}

/** The fence's info with lines to emphasise, real line numbers and anchors, for the highlighter. */
function fenceInfo(info: string, source: string, region: Region): string {
  const words = info
    .replace(/\[.*\]/, '')
    .trim()
    .split(/\s+/);
  const emphasis: string[] = [];
  const rest = words.filter((word) => {
    const mark = /^mark=(.+)$/.exec(word);
    if (mark) emphasis.push(...markedLines(mark[1], source, region));
    const given = /^\{([\d,-]+)\}$/.exec(word);
    if (given) emphasis.push(given[1]);
    return !mark && !given && word !== 'anchors' && word !== 'fixed';
  });
  const numbers = `numbers=${ranges(region.lines.map((line) => line.number))}`;
  const anchors = words.includes('anchors') ? [`anchors=${anchorList(source, region)}`] : [];
  const marks = emphasis.length > 0 ? [`{${emphasis.join(',')}}`] : [];
  return [...rest, ...marks, numbers, ...anchors].join(' ');
}

/** Lines of the listing, from 1, that a mark names. Throws when it names none. */
function markedLines(mark: string, source: string, region: Region): string[] {
  const pattern = /^\/(.+)\/$/.exec(mark);
  let wanted: (line: { number: number; text: string }) => boolean;
  if (pattern) {
    const test = new RegExp(pattern[1]);
    wanted = (line) => test.test(line.text);
  } else {
    const inner = findRegion(source, mark);
    wanted = (line) => line.number >= inner.start && line.number <= inner.end;
  }
  const lines = region.lines.flatMap((line, index) => (wanted(line) ? [String(index + 1)] : []));
  if (lines.length === 0) throw new Error(`mark=${mark} matches no line`);
  return lines;
}

function anchorList(source: string, region: Region): string {
  return listRegions(source)
    .filter((inner) => inner.start >= region.start && inner.end <= region.end)
    .map((inner) => `${inner.name}:${inner.start}`)
    .join(',');
}

/** 3,4,5,9 -> "3-5,9" */
export function ranges(numbers: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans[spans.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function expand(spans: string): number[] {
  return spans.split(',').flatMap((span) => {
    const [from, to = from] = span.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

function frame(
  code: string,
  file: string,
  region: Region,
  { wholeLink, edited }: { readonly wholeLink: string; readonly edited: boolean },
): string {
  const name = region.name;
  const link = wholeLink
    ? `<a class="listing-link" href="${wholeLink}${name ? `#${name}` : ''}">open in the full file</a>`
    : '';
  const what = file === ownModelName ? 'own-model' : edited ? name : '';
  // Without scripts it is not shown: see listing.css.
  const edit = what
    ? `<button type="button" class="listing-edit" aria-expanded="false">Edit<span class="visually-hidden"> ${what}</span></button>`
    : '';
  const head =
    `<figcaption class="listing-head"><span class="listing-file">${file}</span>` +
    `<span class="listing-lines">lines ${region.start}–${region.end}</span>${edit}${link}</figcaption>`;
  // Its height: a page may leave out what is not in view and keep its length.
  const rows = region.lines.length;
  const height = `rows-tens-${Math.floor(rows / 10)} rows-ones-${rows % 10}`;
  return `<figure class="listing ${height}" data-file="${file}" data-region="${name}">${head}${code}</figure>\n`;
}

/** A Shiki transformer: real line numbers and anchors on the lines of a listing. */
export function listingLines(): ShikiTransformer {
  const attribute = (raw: string, name: string): string | undefined =>
    new RegExp(`(?:^|\\s)${name}=(\\S+)`).exec(raw)?.[1];
  return {
    name: 'listing-lines',
    code(node) {
      const raw = this.options.meta?.__raw ?? '';
      const spans = attribute(raw, 'numbers');
      if (!spans) return;
      const numbers = expand(spans);
      const anchors = new Map(
        (attribute(raw, 'anchors') ?? '').split(',').map((pair): [number, string] => {
          const [name, line] = pair.split(':');
          return [Number(line), name];
        }),
      );
      this.lines.forEach((line, index) => {
        line.properties['data-line'] = numbers[index];
        const anchor = anchors.get(numbers[index]);
        if (anchor) line.properties.id = anchor;
      });
      this.addClassToHast(node, 'numbered');
    },
  };
}
