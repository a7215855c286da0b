/** The lines in which a text stands on the page. */

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export function linesOf(text: Text): Line[] {
  const lines: { words: string[]; left: number; top: number; bottom: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/[^\s]+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const [box] = range.getClientRects();
    if (!box || box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < 2) last.words.push(word);
    else lines.push({ words: [word], left: box.left, top: box.top, bottom: box.bottom });
  }
  return lines.map(({ words, ...place }) => ({ text: words.join(' '), ...place }));
}

const ruler = document.createElement('canvas').getContext('2d');

/** Where the letters of a line stand, below its middle by half of what they rise above it more than they hang. */
export function baseline({ top, bottom }: Line, style: CSSStyleDeclaration): number {
  const middle = (top + bottom) / 2;
  const size = parseFloat(style.fontSize);
  if (!ruler) return middle + 0.35 * size;
  ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText('x');
  return middle + (up - down) / 2;
}
