// The index of the search keeps one text for each place of the book. Its first line holds what else the place is called:
// the build writes it, and the search reads it.

const between = '; ';

export const withNames = (names: readonly string[], text: string): string =>
  `${names.join(between)}\n${text}`;

export function namesAndText(indexed: string): { names: readonly string[]; text: string } {
  const end = indexed.indexOf('\n');
  return {
    names: indexed.slice(0, end).split(between).filter(Boolean),
    text: indexed.slice(end + 1),
  };
}
