import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { models } from '../../code/models.ts';
import { tagsOf, textOf } from '../support/html.ts';
import { pageHtml, root, sites } from '../support/site.ts';
import { sourceFiles } from '../support/source.ts';

// What a listing should print is read from the source anew here, by the simplest means, so that a
// fault of the book's own region finder cannot hide.

interface Line {
  readonly number: number;
  readonly text: string;
}

const marker = /^\s*\/\/ #(?:end)?region\b/;

function cut(file: string, region: string): Line[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const at = (text: string): number => {
    const found = lines.flatMap((line, place) => (line.trim() === text ? [place] : []));
    expect(found, `"${text}" in ${file}`).toHaveLength(1);
    return found[0];
  };
  const from = region ? at(`// #region ${region}`) : -1;
  const to = region ? at(`// #endregion ${region}`) : lines.length;
  const kept = lines
    .map((text, place) => ({ number: place + 1, text }))
    .slice(from + 1, to)
    .filter(({ text }) => !marker.test(text));
  const isFilled = ({ text }: Line): boolean => text.trim() !== '';
  const body = kept.slice(kept.findIndex(isFilled), kept.findLastIndex(isFilled) + 1);
  const indent = Math.min(...body.filter(isFilled).map(({ text }) => text.search(/\S/)));
  return body.map(({ number, text }) => ({ number, text: text.slice(indent).trimEnd() }));
}

interface Splice {
  readonly page: string;
  readonly file: string;
  readonly region: string;
}

const splicesOf = (folder: string): Splice[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').split('\n');
      return lines
        .filter((line) => line.includes('<<<'))
        .map((line) => {
          const parts = /^<<< (\S+?)(?:#([\w.-]+))?(?:\s*\{.*\})?\s*$/.exec(line);
          expect(parts, `${name}: ${line}`).not.toBeNull();
          const page = name.replaceAll('\\', '/').replace(/\.md$/, '');
          const path = (parts?.[1] ?? '').replace('@', folder);
          const from = path.startsWith('.') ? join(folder, dirname(name), path) : path;
          const file = relative(root, from).replaceAll('\\', '/');
          return { page, file, region: parts?.[2] ?? '' };
        });
    });

/** The listings of a built page, with their text and the numbers beside their lines. */
function listingsOf(html: string) {
  return tagsOf(html)
    .filter(({ name, attributes }) => name === 'figure' && attributes.has('data-file'))
    .map(({ attributes, end }) => {
      const figure = html.slice(end, html.indexOf('</figure>', end));
      const code = /<code\b[^>]*>([\s\S]*?)<\/code>/.exec(figure)?.[1] ?? '';
      return {
        file: attributes.get('data-file') ?? '',
        region: attributes.get('data-region') ?? '',
        head: textOf(/<figcaption[\s\S]*?<\/figcaption>/.exec(figure)?.[0] ?? ''),
        text: textOf(code),
        numbers: tagsOf(code).flatMap(
          (tag) => Number(tag.attributes.get('data-line') ?? NaN) || [],
        ),
      };
    });
}

const splices = splicesOf(join(root, 'docs'));
const pagesWithCode = [...new Set(splices.map(({ page }) => page))];

describe.for(pagesWithCode)('the listings of %s', (page) => {
  const wanted = splices.filter((splice) => splice.page === page);
  const found = listingsOf(pageHtml(sites[0], page));

  test('are those that its text asks for, in that order', () => {
    expect(found.map(({ file, region }) => ({ page, file, region }))).toEqual(wanted);
  });

  test.for(wanted.map((splice, place) => ({ ...splice, place })))(
    'print $file#$region as it stands in the source',
    ({ file, region, place }) => {
      const lines = cut(file, region);
      const { text, numbers, head } = found[place];
      expect(lines.length).toBeGreaterThan(1);
      expect(text.trimEnd()).toBe(lines.map((line) => line.text).join('\n'));
      expect(numbers).toEqual(lines.map(({ number }) => number));
      expect(head).toContain(file);
      expect(head).toContain(`${numbers[0]}–${numbers[numbers.length - 1]}`);
    },
  );
});

test('the chapter of every model prints its own region of the source', () => {
  const own = splices.filter(({ page, region }) => page === `models/${region}`);
  expect(own.map(({ region }) => region).sort()).toEqual(models.map(({ id }) => id).sort());
});

test.for(sourceFiles)('the full implementation prints every line of %s once, in order', (file) => {
  const printed = listingsOf(pageHtml(sites[0], 'full-implementation'))
    .filter((listing) => listing.file === file)
    .flatMap(({ numbers }) => numbers);
  const source = readFileSync(join(root, file), 'utf8').split('\n');
  const filled = source.flatMap((text, place) =>
    text.trim() === '' || marker.test(text) ? [] : [place + 1],
  );
  const blank = (number: number): boolean => source[number - 1].trim() === '';
  expect(printed.filter((number) => !blank(number))).toEqual(filled);
  expect(printed).toEqual([...printed].sort((a, b) => a - b));
});
