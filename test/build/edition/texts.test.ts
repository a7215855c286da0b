import { expect, test } from 'vitest';
import { chapters } from '../../../.vitepress/chapters.ts';
import { headTags } from '../../../.vitepress/build/edition/headTags.ts';
import type { Settings } from '../../../.vitepress/build/edition/settings.ts';
import { bookPages, feed, llmsTxt, siteMap } from '../../../.vitepress/build/edition/texts.ts';
import { footOf } from '../../../.vitepress/build/markdown/foot.ts';

const bare: Settings = { base: '/book/', version: '1.0.0', dates: new Map() };
const url = 'https://example.org/book/';
const whole: Settings = {
  ...bare,
  url,
  edit: (file) => `https://github.com/a/b/edit/main/${file}`,
  dates: new Map([
    ['docs/data.md', '2026-04-05'],
    ['docs/start.md', '2026-03-02'],
    ['docs/models/bpr.md', '2026-05-01'],
  ]),
};

test('a site map names every page by its whole address, and is not made without one', () => {
  expect(siteMap(bare)).toBeUndefined();
  const text = siteMap(whole) ?? '';
  const places = Array.from(text.matchAll(/<loc>([^<]*)<\/loc>/g), ([, place]) => place);
  expect(places).toEqual(bookPages.map(({ path }) => url + path));
  expect(text).toContain(`<loc>${url}models/bpr</loc><lastmod>2026-05-01</lastmod>`);
});

test('the feed tells the newest chapter first, and nothing where no day is known', () => {
  expect(feed(bare)).toBeUndefined();
  const text = feed(whole) ?? '';
  const titles = Array.from(text.matchAll(/<title>([^<]*)<\/title>/g), ([, title]) => title);
  expect(titles.slice(1)).toEqual([
    'Bayesian personalized ranking',
    'The interaction log',
    'Start here',
  ]);
  expect(/<updated>([^<]*)/.exec(text)?.[1]).toBe('2026-05-01T00:00:00Z');
});

test('an entry of the feed keeps its id when the book moves', () => {
  const ids = (settings: Settings) => feed(settings)?.match(/<id>urn:uuid:[\da-f-]{36}<\/id>/g);
  const moved = { ...whole, url: 'https://example.com/' };
  expect(ids(whole)).toHaveLength(4);
  expect(new Set(ids(whole)).size).toBe(4);
  expect(ids(moved)).toEqual(ids(whole));
  expect(feed(moved)).toContain('href="https://example.com/start"');
});

test('llms.txt leads to the Markdown of every chapter', () => {
  const links = Array.from(llmsTxt(bare).matchAll(/\((\/book\/[^)]*\.md)\)/g), ([, link]) => link);
  expect(links).toEqual(chapters.map(({ file }) => `/book/${file}`));
});

test('a page names a canonical address and a picture only where the address is known', () => {
  const page = { file: 'models/bpr.md', title: 'BPR', description: 'Why?' };
  const said = (settings: Settings) => JSON.stringify(headTags(settings, page));
  expect(said(bare)).toContain('/book/models/bpr.md');
  expect(said(bare)).not.toMatch(/canonical|og:image|og:url|feed/);
  expect(said(whole)).toContain(`"rel":"canonical","href":"${url}models/bpr"`);
  expect(said(whole)).toContain(`"property":"og:image","content":"${url}social/models/bpr.png"`);
  expect(said(whole)).toContain('feed.xml');
  expect(headTags(whole, { ...page, file: '404.md' })).toEqual([]);
});

test('the foot of a page says what is known', () => {
  expect(footOf(bare, 'start.md')).not.toMatch(/Edit|changed/);
  expect(footOf(whole, 'start.md')).toContain('https://github.com/a/b/edit/main/docs/start.md');
  expect(footOf(whole, 'start.md')).toContain('<time datetime="2026-03-02">2 March 2026</time>');
});
