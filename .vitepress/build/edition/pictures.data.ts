import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chapters } from '../../chapters.ts';
import type { Loader } from '../results/loader.ts';
import { coloursOf, openPainter, socialSvg } from './socialPicture.ts';
import { bookPages } from './texts.ts';

/** By page, the picture that stands beside a link to it: PNG in base64. */
export type Pictures = Readonly<Record<string, string>>;

declare const data: Pictures;
export { data };

const tokens = '.vitepress/theme/styles/tokens.css';
const root = path.resolve(import.meta.dirname, '../../..');

/** What `chapters` and the emblems are read from. */
const sources = chapters.flatMap(({ id, mark }) =>
  ['chapter.json', 'emblem.svg', ...(mark ? ['mark.json'] : [])].map(
    (name) => `.vitepress/chapters/${id}/${name}`,
  ),
);

export default {
  reads: [...sources, tokens],
  seconds: 2,
  isLate: true,
  async load(): Promise<Pictures> {
    const painter = await openPainter();
    const colour = coloursOf(readFileSync(path.join(root, tokens), 'utf8'));
    const pictures = bookPages.map(({ file }) => {
      const chapter = chapters.find((candidate) => candidate.file === file);
      const png = painter.paint(socialSvg(chapter, colour, painter));
      return [file, Buffer.from(png).toString('base64')] as const;
    });
    return Object.fromEntries(pictures);
  },
} satisfies Loader;
