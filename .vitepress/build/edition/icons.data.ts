import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Loader } from '../results/loader.ts';
import { coloursOf, openPainter } from './socialPicture.ts';

/** By their side in pixels, the pictures that stand for the book on a device: PNG in base64. */
export type Icons = Readonly<Record<string, string>>;

declare const data: Icons;
export { data };

const tokens = '.vitepress/theme/styles/tokens.css';
const root = path.resolve(import.meta.dirname, '../../..');

/** The three bars of the book, far enough from the edge to be cut round. */
const iconSvg = (side: number, colour: (name: string) => string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-8 -8 48 48"><rect x="-8" y="-8" width="48" height="48" fill="${colour('paper')}"/><rect x="3" y="5" width="26" height="6" fill="${colour('accent')}"/><g fill="${colour('ink')}"><rect x="3" y="13" width="18" height="6"/><rect x="3" y="21" width="11" height="6"/></g></svg>`;

export default {
  reads: [tokens],
  isLate: true,
  async load(): Promise<Icons> {
    const painter = await openPainter();
    const colour = coloursOf(readFileSync(path.join(root, tokens), 'utf8'));
    const icons = [192, 512].map((side) => {
      const png = painter.paint(iconSvg(side, colour));
      return [String(side), Buffer.from(png).toString('base64')] as const;
    });
    return Object.fromEntries(icons);
  },
} satisfies Loader;
