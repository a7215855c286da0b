/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the words stand in a text, as whole words, whatever their case. */
function placesOf(text: string, words: readonly string[]): readonly RegExpExecArray[] {
  if (words.length === 0) return [];
  const any = [...words].sort((a, b) => b.length - a.length).map(quote);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)];
}

/** A text in pieces, the words in pieces of their own. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: word, index } of placesOf(text, words)) {
    pieces.push({ text: text.slice(from, index), isFound: false }, { text: word, isFound: true });
    from = index + word.length;
  }
  pieces.push({ text: text.slice(from), isFound: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Begins and ends between words, and is no shorter than it must be. */
function cut(text: string, wanted: number, length: number): string {
  const start = Math.min(wanted, text.length - length);
  const from = start <= 0 ? 0 : text.indexOf(' ', start) + 1;
  const whole = from + length >= text.length;
  const to = whole ? text.length : Math.max(text.lastIndexOf(' ', from + length), from + 1);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${whole ? '' : ' …'}`;
}

/** The part of a text that has most of the words, the first of several; without any of them its beginning. */
export function excerptOf(text: string, words: readonly string[], length = 160): Piece[] {
  const places = placesOf(text, words);
  const told = places.map(({ index }) => {
    const near = places.filter((other) => other.index >= index && other.index < index + length / 2);
    return { index, words: new Set(near.map(([word]) => word.toLowerCase())).size };
  });
  const most = Math.max(0, ...told.map((place) => place.words));
  const best = told.find((place) => place.words === most)?.index ?? 0;
  return marked(cut(text, best - length / 3, length), words);
}
