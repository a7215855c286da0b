/** A text as it goes on in the middle of a sentence: "About twice" begins small, nDCG and EASE stay as they are. */
export const inSentence = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
