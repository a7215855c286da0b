import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A chapter's small picture, its idea on a square of 200 in its colour: the shapes of `emblem.svg` in its folder. */
export function emblemOf(id: string): string {
  const file = path.join(import.meta.dirname, '../chapters', id, 'emblem.svg');
  const svg = readFileSync(file, 'utf8');
  const shapes = /^<svg [^>]*viewBox="0 0 200 200"[^>]*>([^]*)<\/svg>\s*$/.exec(svg)?.[1];
  if (!shapes) throw new Error(`${file}: must be one <svg> with viewBox="0 0 200 200"`);
  return shapes.trim().replace(/>\s+</g, '><');
}
