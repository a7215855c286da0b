import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { chapters } from '../../../.vitepress/chapters.ts';
import {
  coloursOf,
  openPainter,
  socialSvg,
  wrap,
} from '../../../.vitepress/build/edition/socialPicture.ts';
import type { Painter } from '../../../.vitepress/build/edition/socialPicture.ts';
import { root } from '../../support/site.ts';

const tokens = readFileSync(join(root, '.vitepress/theme/styles/tokens.css'), 'utf8');
const colour = coloursOf(tokens);
let painter: Painter;
beforeAll(async () => {
  painter = await openPainter();
});

test('words go into as few lines as there must be', () => {
  const widthOf = (text: string) => text.length;
  expect(wrap('one two three', 7, widthOf)).toEqual(['one two', 'three']);
  expect(wrap('one two three', 99, widthOf)).toEqual(['one two three']);
  expect(wrap('indivisible a', 5, widthOf)).toEqual(['indivisible', 'a']);
});

test('a heavier letter is wider, so that each weight has come from its own font', () => {
  const line = { text: 'Recommendation', size: 64, weight: 400 };
  const plain = painter.widthOf(line);
  expect(plain).toBeGreaterThan(300);
  expect(painter.widthOf({ ...line, weight: 600 })).toBeGreaterThan(plain * 1.01);
  expect(painter.widthOf({ ...line, italic: true })).not.toBeCloseTo(plain, 0);
});

test('every chapter has a picture of 1200 x 630 in its own colour, and the same one each time', () => {
  const seen = new Set<string>();
  for (const chapter of [undefined, ...chapters]) {
    const svg = socialSvg(chapter, colour, painter);
    const png = Buffer.from(painter.paint(svg));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(100_000);
    expect(Buffer.from(painter.paint(svg)).equals(png)).toBe(true);
    seen.add(createHash('sha256').update(png).digest('hex'));
  }
  expect(seen.size).toBe(chapters.length + 1);
  const bpr = chapters.find(({ id }) => id === 'bpr');
  expect(socialSvg(bpr, colour, painter)).toContain(`fill="${colour('family-factors')}"`);
});

test('a colour that is not there ends the build', () => {
  expect(() => colour('family-nothing')).toThrow(/--family-nothing/);
});
