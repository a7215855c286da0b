// What is made beside the pages: for programs that read, for those who share, for those who mend.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { references } from '../../.vitepress/chapters/references/papers.ts';
import { embeds } from '../../.vitepress/embeds.ts';
import { models } from '../../code/models.ts';
import { decode, tagsOf, textOf } from '../support/html.ts';
import { modelPages, pages } from '../support/pages.ts';
import { inFolder, pageHtml, root, sites } from '../support/site.ts';
import { sourceFiles } from '../support/source.ts';

const known = inFolder;
/** The words that an edition adds to those of its page: where it stands, what a table is and a listing is from. */
const added =
  'Chapter of From On its page the models run and the figures move Recommendation algorithms Table lines';
const url = 'https://example.org/book/';
const read = (site: (typeof sites)[number], file: string): string =>
  readFileSync(join(site.dir, file), 'utf8');
const isThere = (site: (typeof sites)[number], file: string): boolean =>
  existsSync(join(site.dir, file));

test('each paper keeps its authors and year in the Markdown, and the name of its model', () => {
  const markdown = read(known, 'references.md');
  for (const { cite } of references) expect(markdown).toContain(cite);
  for (const { title, paper } of models) {
    if (paper) expect(markdown).toMatch(new RegExp(`^- .*\\d.*\\[${title}\\]\\(`, 'm'));
  }
});

/** Elements that are opened and closed in turn, and nothing but names that are in the list. */
function wellFormed(xml: string, names: readonly string[]): void {
  const open: string[] = [];
  for (const [, close, name, , alone] of xml.matchAll(/<(\/?)([a-z:]+)((?:\s[^<>]*?)?)(\/?)>/gi)) {
    expect(names).toContain(name);
    if (close) expect(open.pop()).toBe(name);
    else if (!alone) open.push(name);
  }
  expect(open).toEqual([]);
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
}

test('the site map lists every page and no other, and gives whole addresses', () => {
  const xml = read(known, 'sitemap.xml');
  wellFormed(xml, ['urlset', 'url', 'loc', 'lastmod']);
  const places = Array.from(xml.matchAll(/<loc>([^<]*)<\/loc>/g), ([, place]) => place);
  expect(places).toEqual(pages.map((page) => url + (page === 'index' ? '' : page)));
});

/** The pages that the history of this clone knows; none in a copy without one. */
const log = spawnSync('git', ['log', '--format=', '--name-only', '--', 'docs'], { cwd: root });
const history = new Set(String(log.stdout).split('\n'));

describe.for(sites)('the feed of the book built for $base', (site) => {
  // A copy without its history knows no day.
  test.skipIf(!isThere(site, 'feed.xml'))('has what Atom asks of a feed and its entries', () => {
    const xml = read(site, 'feed.xml');
    wellFormed(xml, 'feed id title subtitle updated author name link entry summary'.split(' '));
    const [head, ...entries] = xml.split('<entry>');
    for (const part of [head, ...entries]) {
      for (const name of ['id', 'title', 'updated']) {
        expect(part.match(new RegExp(`<${name}>[^<]+</${name}>`, 'g')), name).toHaveLength(1);
      }
    }
    // A page that was not committed yet has no day.
    const dated = pages.filter((page) => page !== 'index' && history.has(`docs/${page}.md`));
    expect(dated.length).toBeGreaterThan(10);
    expect(entries.length).toBe(dated.length);
    const times = Array.from(xml.matchAll(/<updated>([^<]*)/g), ([, time]) => time);
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    expect(times[0]).toBe([...times].sort().at(-1));
    for (const page of ['index', 'start']) {
      expect(pageHtml(site, page)).toContain(`type="application/atom+xml" title`);
    }
  });

  test('is linked to from the pages if it is there', () => {
    expect(pageHtml(site, 'start').includes('feed.xml')).toBe(isThere(site, 'feed.xml'));
  });
});

describe.for(sites)('the Markdown in the book built for $base', (site) => {
  test.for(pages)('of %s is linked to from the page, and says what the page says', (page) => {
    const html = pageHtml(site, page);
    const links = tagsOf(html).filter(
      ({ name, attributes }) => name === 'link' && attributes.get('type') === 'text/markdown',
    );
    expect(links.map(({ attributes }) => attributes.get('href'))).toEqual([
      `${site.base}${page}.md`,
    ]);
    const markdown = read(site, `${page}.md`);
    expect(markdown).toMatch(/^# .+\n\n/);
    // Nothing of the page's machinery is in the prose.
    const prose = markdown.replace(/^```[^]*?^```$/gm, '');
    const words = prose.replace(/`[^`\n]*`|\\</g, '');
    expect(
      words.match(/<\/?[a-z]+[ >]|undefined|\[object [A-Z]|\{\{|data-v-|Copy code/g),
    ).toBeNull();
    expect((markdown.match(/^```/gm) ?? []).length % 2).toBe(0);
    // Every heading is there, in order.
    const content = html.slice(html.indexOf('<h1'), html.indexOf('</main>'));
    const headings = Array.from(
      content.matchAll(/<h([1-4])[^>]*>(.*?)(?:<a class="header-anchor|<\/h)/g),
      ([, level, text]) => `${'#'.repeat(Number(level))} ${textOf(text).trim()}`,
    );
    expect(headings.length).toBeGreaterThan(0);
    // A heading that leads somewhere is compared by its words.
    const plain = (text: string) =>
      decode(text)
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[`_*$\\{}]|\s+(?=\s)/g, '');
    const lines = prose.split('\n').map(plain);
    const missing = headings.filter(
      (heading) => !/math/.test(heading) && !lines.includes(plain(heading)),
    );
    expect(missing).toEqual([]);
  });

  test('of a chapter has its listings as they are in the source', () => {
    const source = sourceFiles.map((file) => readFileSync(join(root, file), 'utf8')).join('');
    const markdown = read(site, 'models/bpr.md');
    const listings = Array.from(
      markdown.matchAll(
        /^From code\/(?:recsys|(?:toolbox|fast)\/\w+)\.ts.*\n\n```ts\n([^]*?)\n```$/gm,
      ),
      ([, code]) => code,
    );
    expect(listings.length).toBeGreaterThan(3);
    const spliced = listings.filter((code) => code.includes('export'));
    for (const code of spliced) {
      expect(source).toContain(code.split('\n').slice(0, 5).join('\n'));
    }
  });

  test('of a chapter has the printed numbers', () => {
    const html = pageHtml(site, 'models/bpr');
    const said = /default run reaches a (?:<a[^>]*>)?recall(?:<\/a>)? of <span[^>]*>([\d.]+)/;
    const recall = said.exec(html)?.[1];
    expect(recall).toMatch(/^0\.\d+$/);
    const markdown = read(site, 'models/bpr.md').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    expect(markdown).toContain(`default run reaches a recall of ${recall}, ALS`);
  });

  test('is found by llms.txt, and is whole in llms-full.txt', () => {
    const links = Array.from(read(site, 'llms.txt').matchAll(/\]\(([^)]*)\)/g), ([, link]) => link);
    const home = site === known ? url : site.base;
    const chapters = pages.filter((page) => page !== 'index').map((page) => `${page}.md`);
    expect(links).toEqual(
      ['code/recsys.ts', 'llms-full.txt', ...chapters].map((file) => home + file),
    );
    for (const link of links) expect(isThere(site, link.slice(home.length)), link).toBe(true);
    const whole = read(site, 'llms-full.txt');
    const heads = pages.map((page) => read(site, `${page}.md`).split('\n', 1)[0]);
    const places = heads.map((head) => `\n${whole}`.indexOf(`\n${head}\n`));
    expect(places[0]).toBe(0);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    const paragraphs = read(site, 'models/bpr.md').split('\n\n');
    for (const text of paragraphs.filter((text) => !text.includes('[^'))) {
      expect(whole).toContain(text);
    }
    // No two notes have one name.
    const notes = whole.match(/^\[\^[\w-]+\]:/gm) ?? [];
    expect(notes.length).toBeGreaterThan(5);
    expect(new Set(notes).size).toBe(notes.length);
  });
});

describe.for(sites)(
  'read as if it were typed, the Markdown in the book built for $base',
  (site) => {
    const edition = (page: string) =>
      read(site, `${page}.md`).replace(/^ *```[^]*?^ *```$|^\$\$[^]*?^\$\$$/gm, '');
    /** The page without what is no text, its tags replaced. */
    const textWith = (page: string, space: string): string =>
      decode(
        pageHtml(site, page)
          .replace(/<(script|style|math|pre)\b[^]*?<\/\1>/g, ' ')
          .replace(/<[^>]*>/g, space),
      );
    const wordsOf = (text: string): string[] => text.match(/\p{L}{2,}/gu) ?? [];

    test.for(pages)('%s has no two words in one', (page) => {
      const known = new Set([...wordsOf(textWith(page, ' ')), ...wordsOf(added)]);
      // Markup may stand within a word: the kth, a 2nd.
      const prose = edition(page)
        .replace(/`[^`\n]*`|\$[^$\n]*\$|\]\([^)]*\)|\[\^[\w-]+\]/g, ' ')
        .replace(/\*(?!\*)|(?<=\W)_|_(?=\W)/g, '');
      const inWords = new Set(
        Array.from(
          pageHtml(site, page).matchAll(
            /(\p{L}*)<(?:em|i|sup|sub)\b[^>]*>(\p{L}+)<\/\w+>(\p{L}*)/gu,
          ),
          (found) => found.slice(1).join(''),
        ),
      );
      expect(wordsOf(prose).filter((word) => !known.has(word) && !inWords.has(word))).toEqual([]);
    });

    test.for(pages)('%s opens and closes what is bold, once', (page) => {
      const wrong: string[] = [];
      for (const line of edition(page).split('\n')) {
        const pieces = line.replace(/`[^`]*`/g, 'code').split('**');
        const isFlat = pieces.every((piece, n) => n % 2 === 0 || /^\S(?:.*\S)?$/.test(piece));
        const isApart = pieces.every(
          (piece, n) => n % 2 === 1 || n === 0 || !/^\p{L}/u.test(piece),
        );
        if (pieces.length % 2 === 0 || !isFlat || !isApart) wrong.push(line);
      }
      expect(wrong).toEqual([]);
    });

    test.for(pages)('%s says nothing that only a control says', (page) => {
      const controls = Array.from(
        pageHtml(site, page).matchAll(/<(button|legend|option)\b[^>]*>([^]*?)<\/\1>/g),
        ([, , inner]) => textOf(inner).trim(),
      ).filter((label) => /\p{L}{3}/u.test(label));
      const said = edition(page)
        .split('\n')
        .map((line) => line.replace(/^[-*> ]+|^\d+\. |\*\*/g, '').trim());
      expect(controls.filter((label) => said.includes(label))).toEqual([]);
      expect(said.join('\n')).not.toMatch(
        / why\?$|^Show the numbers|press Run \||^Cite this|told here once you have guessed|Light up|↩/m,
      );
    });

    test.for(pages)('%s has tables that are whole', (page) => {
      const tables = edition(page).match(/(?:^\|.*\|$\n?)+/gm) ?? [];
      for (const table of tables) {
        const rows = table
          .trim()
          .split('\n')
          .map((row) => row.slice(1, -1).split(/(?<!\\)\|/));
        expect(rows[1].every((cell) => cell === ' --- ')).toBe(true);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
        expect(rows[0].filter((cell) => cell.trim() !== '').length, table).toBeGreaterThan(0);
        const columns = rows[0].map((_, n) => rows.slice(2).some((row) => row[n].trim() !== ''));
        expect(columns.every(Boolean) || rows.length === 2, table).toBe(true);
      }
    });

    test.for(modelPages)(
      '$page teaches first, and tells of its run in a list',
      ({ page, title }) => {
        const text = read(site, `${page}.md`);
        const list = text.search(/^1\. .+, .+, [\d.−]+$/m);
        expect(list, title).toBeGreaterThan(text.indexOf('\n$$\n'));
        // What a reader opens for one item is not told of ten.
        expect(text).not.toContain('together: the score');
      },
    );
  },
);

describe.for(sites)('the headers of the book built for $base', (site) => {
  const headers = read(site, '_headers');
  /** What each rule says, by the addresses that it is for. */
  const rules = headers
    .split(/\n(?=\/)/)
    .map((rule) => rule.trim().split(/\n\s+/))
    .map(([path, ...fields]) => ({ path, fields }));
  const fits = (path: string, address: string): boolean =>
    path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address;
  const framesOf = (address: string) =>
    rules
      .filter(({ path }) => fits(path, address))
      .flatMap(({ fields }) => fields.filter((field) => field.startsWith('Content-Security')));

  test('name what may be kept', () => {
    expect(headers).toContain(
      `\n${site.base}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    );
    expect(headers).toContain(`\n${site.base}sw.js\n  Cache-Control: no-cache\n`);
    expect(rules[0]).toEqual({
      path: '/*',
      fields: ['Referrer-Policy: no-referrer', 'X-Content-Type-Options: nosniff'],
    });
  });

  test('let a demo stand in any page, and every other page in none but the book', () => {
    const own = pages.flatMap((page) =>
      page === 'index' ? ['', 'index.html'] : [page, `${page}.html`],
    );
    for (const path of [...own, 'print.html', 'isolated.html', '404.html']) {
      expect(framesOf(site.base + path), path).toEqual([
        "Content-Security-Policy: frame-ancestors 'self'",
      ]);
    }
    for (const { slug } of embeds) {
      const everyone = ['Content-Security-Policy: frame-ancestors *'];
      expect(framesOf(`${site.base}embed/${slug}`)).toEqual(everyone);
      expect(framesOf(`${site.base}embed/${slug}.html`)).toEqual(everyone);
    }
  });
});

describe.for(sites)('a demo that stands elsewhere, in the book built for $base', (site) => {
  test.for(embeds)(
    '$slug is the demo of its chapter, and a line that leads back',
    ({ slug, link }) => {
      const html = pageHtml(site, `embed/${slug}`);
      const tags = tagsOf(html);
      const classes = tags.flatMap(({ attributes }) => (attributes.get('class') ?? '').split(' '));
      expect(classes.filter((name) => name === 'demo').length).toBe(1);
      // Nothing of the frame of a page.
      const frame = [
        'page-head',
        'chapters',
        'outline',
        'page-foot',
        'skip-link',
        'opening',
        'cite',
      ];
      expect(classes.filter((name) => frame.includes(name))).toEqual([]);
      const links = tags.filter(({ name }) => name === 'a').map(({ attributes }) => attributes);
      const back = links.filter((a) => a.get('href') === site.base + link.slice(1));
      expect(back.map((a) => a.get('target'))).toContain('_blank');
      expect(tags.some(({ attributes }) => attributes.get('content') === 'noindex')).toBe(true);
      expect(pageHtml(site, link.slice(1))).toContain(`data-embed="${slug}"`);
    },
  );

  test('is in no list of pages', () => {
    for (const file of ['sitemap.xml', 'llms.txt', 'llms-full.txt', 'sw.js']) {
      if (isThere(site, file)) expect(read(site, file), file).not.toMatch(/embed\/[\w-]+/);
    }
  });

  test('is asked for by no demo without a page', () => {
    const asked = pages.flatMap((page) =>
      Array.from(pageHtml(site, page).matchAll(/data-embed="([^"]*)"/g), ([, slug]) => slug),
    );
    expect(new Set(asked)).toEqual(new Set(embeds.map(({ slug }) => slug)));
  });
});

describe('a page that knows where it stands', () => {
  test.for(pages)('%s says its address, and has a picture', (page) => {
    const tags = tagsOf(pageHtml(known, page));
    const property = (name: string) =>
      tags
        .filter(({ attributes }) => attributes.get('property') === name)
        .map(({ attributes }) => attributes.get('content'));
    const canonical = tags.filter(({ attributes }) => attributes.get('rel') === 'canonical');
    const address = url + (page === 'index' ? '' : page);
    expect(canonical.map(({ attributes }) => attributes.get('href'))).toEqual([address]);
    expect(property('og:url')).toEqual([address]);
    expect(property('og:image')).toEqual([`${url}social/${page}.png`]);
    expect(property('og:title')[0]?.length).toBeGreaterThan(3);
    const picture = readFileSync(join(known.dir, `social/${page}.png`));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('the page for lost readers has no address of its own', () => {
    expect(pageHtml(known, '404')).not.toMatch(/canonical|og:/);
  });
});

test.for(pages.filter((page) => page !== 'index'))('%s can be mended where its text is', (page) => {
  const edit = `https://github.com/example/book/edit/main/docs/${page}.md`;
  expect(pageHtml(known, page)).toContain(`href="${edit}"`);
});

describe.for(sites)('in the book built for $base', (site) => {
  test.for(pages.filter((page) => page !== 'index'))(
    '%s leads to what comes before and after',
    (page) => {
      const links = tagsOf(pageHtml(site, page)).filter(
        ({ name, attributes }) =>
          name === 'a' && /^(?:prev|next)$/.test(attributes.get('rel') ?? ''),
      );
      const order = pages.filter((name) => name !== 'index');
      const place = order.indexOf(page);
      const around = [order[place - 1], order[place + 1]].filter((name) => name !== undefined);
      expect(links.map(({ attributes }) => attributes.get('href'))).toEqual(
        around.map((name) => site.base + name),
      );
    },
  );
});
