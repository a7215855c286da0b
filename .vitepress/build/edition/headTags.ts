import type { HeadConfig } from 'vitepress';
import { bookPages, bookTitle } from './texts.ts';
import type { Settings } from './settings.ts';

/** The path of a page's social picture within the site. */
export const pictureOf = (file: string): string => `social/${file.replace(/\.md$/, '.png')}`;
/** The path of a page's Markdown within the site: its own name, so `/models/bpr.md`. */
export const markdownOf = (file: string): string => file;

/**
 * What the head of a page says to programs. An address that others would copy must be whole, so that
 * canonical link and pictures are there when the address of the book is known.
 */
export function headTags(
  settings: Settings,
  page: { readonly file: string; readonly title: string; readonly description: string },
): HeadConfig[] {
  const known = bookPages.find(({ file }) => file === page.file);
  if (!known) return [];
  const { url, base, dates } = settings;
  const property = (name: string, content: string): HeadConfig => [
    'meta',
    { property: name, content },
  ];
  const link = (rel: string, href: string, rest = {}): HeadConfig => [
    'link',
    { rel, ...rest, href },
  ];
  const markdown = link('alternate', base + markdownOf(page.file), { type: 'text/markdown' });
  const atom = link('alternate', `${base}feed.xml`, {
    type: 'application/atom+xml',
    title: bookTitle,
  });
  const tags = [
    markdown,
    ...(dates.size > 0 ? [atom] : []),
    property('og:type', known.path === '' ? 'website' : 'article'),
    property('og:site_name', bookTitle),
    property('og:title', page.title),
    property('og:description', page.description),
    property('og:locale', 'en_GB'),
  ];
  if (!url) return tags;
  const picture = url + pictureOf(page.file);
  return [
    ...tags,
    link('canonical', url + known.path),
    property('og:url', url + known.path),
    property('og:image', picture),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', `${page.title}: ${page.description}`),
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ];
}
