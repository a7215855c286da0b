/** "A", "A and B", "A, B and C". */
export const inSeries = (words: readonly string[], and = ' and '): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')}${and}${words[words.length - 1]}`;
