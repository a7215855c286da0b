/** A sentence of a doc comment in parts: what stands between back-ticks is code. */
export function sayCode(sentence: string): { text: string; code: boolean }[] {
  return sentence
    .split('`')
    .map((text, n) => ({ text, code: n % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
