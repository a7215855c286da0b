/** As JSON. It has no word for Infinity, but reads a number that is too large as it. */
export function toJson(value: unknown): string {
  const word = '\0Infinity';
  const json = JSON.stringify(value, (_, part: unknown) => (part === Infinity ? word : part));
  return json.replaceAll(JSON.stringify(word), '1e999');
}
