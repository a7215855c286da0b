const below20 =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['twenty', 'thirty', 'forty', 'fifty'];

/** A number in words, as prose counts: up to fifty-nine. */
export function inWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 59) {
    throw new RangeError(`inWords: count must be an integer from 0 to 59, got ${count}`);
  }
  if (count < 20) return below20[count];
  const ten = tens[Math.floor(count / 10) - 2];
  return count % 10 === 0 ? ten : `${ten}-${below20[count % 10]}`;
}
