import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { modelCountFirst, partOf, type Chapter } from '../../chapters.ts';
import { emblemOf } from '../emblem.ts';
import { families, toneOf } from '../../kit/marks.ts';
import { fontOfWoff } from './font.ts';
import { bookDescription, bookTitle } from './texts.ts';

/** The picture that stands beside a link to a chapter: 1200 x 630, its emblem in the model's colour. */

const [width, height, edge] = [1200, 630, 72];
const family = 'Source Serif 4';
/** The file of the heavier weight calls itself by another name. */
const heavyFamily = 'Source Serif 4 SemiBold';

export interface Lettering {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly italic?: boolean;
}

export interface Painter {
  /** The picture as PNG. */
  readonly paint: (svg: string) => Uint8Array;
  /** The width of a line of text, in pixels. */
  readonly widthOf: (line: Lettering) => number;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function letters({ text, size, weight, italic }: Lettering, x: number, y: number, fill: string) {
  const style = italic ? ' font-style="italic"' : '';
  return `<text x="${x}" y="${y}" font-family="${weight > 400 ? heavyFamily : family}" font-size="${size}" font-weight="${weight}"${style} fill="${fill}">${escape(text)}</text>`;
}

let ready: Promise<Painter> | undefined;

/** Draws with the outlines of one font file per style, so every machine draws the same. */
export function openPainter(): Promise<Painter> {
  ready ??= (async () => {
    const { resolve } = createRequire(import.meta.url);
    await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
    const folder = path.dirname(resolve('@fontsource/source-serif-4/package.json'));
    const fontBuffers = ['400-normal', '400-italic', '600-normal'].map((style) =>
      fontOfWoff(readFileSync(path.join(folder, `files/source-serif-4-latin-${style}.woff`))),
    );
    const font = { fontBuffers, defaultFontFamily: family };
    return {
      paint(svg) {
        const resvg = new Resvg(svg, { font });
        const image = resvg.render();
        const png = image.asPng();
        image.free();
        resvg.free();
        return png;
      },
      widthOf(line) {
        const resvg = new Resvg(
          `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200">${letters(line, 0, 100, '#000')}</svg>`,
          { font },
        );
        const width = resvg.getBBox()?.width ?? 0;
        resvg.free();
        return width;
      },
    };
  })();
  return ready;
}

/** The words in as few lines as there must be, none wider than `room`. */
export function wrap(words: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The colours of the paper theme, which stand in one file alone. */
export function coloursOf(tokens: string): (name: string) => string {
  const light = tokens.slice(0, tokens.indexOf('@media screen'));
  return (name) => {
    const found = new RegExp(`--${name}:\\s*(#[\\da-f]{6})\\b`).exec(light)?.[1];
    if (!found) throw new Error(`socialPicture: tokens.css has no colour --${name}`);
    return found;
  };
}

/** The picture of a chapter, or of the book where there is none. */
export function socialSvg(
  chapter: Chapter | undefined,
  colour: (name: string) => string,
  painter: Pick<Painter, 'widthOf'>,
): string {
  const tone = colour(chapter?.mark ? `family-${chapter.mark.family}` : 'accent');
  const place = chapter
    ? `${partOf(chapter).title}${chapter.number ? ` · Chapter ${chapter.number}` : ''}`
    : 'A book that runs in your browser';
  const emblemSide = 360;
  const room = width - 3 * edge - emblemSide;
  const lay = (text: string, style: Omit<Lettering, 'text'>) =>
    wrap(text, room, (line) => painter.widthOf({ text: line, ...style })).map((line) => ({
      text: line,
      ...style,
    }));
  const name = chapter?.title ?? bookTitle;
  const title = [76, 64, 54]
    .map((size) => lay(name, { size, weight: 600 }))
    .find((lines, n) => n === 2 || lines.length <= 3);
  const question = lay(chapter?.question ?? bookDescription, {
    size: 33,
    weight: 400,
    italic: true,
  });

  let y = edge + 30;
  const parts = [letters({ text: place, size: 28, weight: 400 }, edge, y, colour('ink-soft'))];
  y += 40;
  for (const line of title ?? []) {
    y += line.size * 1.12;
    parts.push(letters(line, edge, y, colour('ink')));
  }
  y += 26;
  for (const line of question) {
    y += line.size * 1.32;
    parts.push(letters(line, edge, y, colour('ink')));
  }
  const foot = height - edge;
  if (y > foot - 40) throw new Error(`socialPicture: "${name}" does not fit its picture`);
  parts.push(
    `<rect x="${edge}" y="${foot - 44}" width="${width - 2 * edge}" height="1" fill="${colour('rule')}"/>`,
    letters(
      {
        text: chapter ? bookTitle : `${modelCountFirst} models, one source`,
        size: 26,
        weight: 600,
      },
      edge,
      foot,
      colour('ink-soft'),
    ),
  );
  const emblem = emblemOf(chapter?.id ?? 'leaderboard');
  const tones = families
    .map(
      (family) =>
        `.${toneOf(family)}{color:${colour(`family-${family}`)};fill:${colour(`family-${family}`)}}`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${tones}</style><rect width="${width}" height="${height}" fill="${colour('paper')}"/><rect width="14" height="${height}" fill="${tone}"/>${parts.join('')}<g transform="translate(${width - edge - emblemSide} ${edge + 20}) scale(${emblemSide / 200})" color="${tone}" fill="${tone}">${emblem}</g></svg>`;
}
