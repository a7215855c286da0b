/** A table as CSV (RFC 4180): what stands in its cells, with numbers as programs write them. */

const isNumber = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text);

/** "18,000" -> "18000", "−0.5" -> "-0.5", "–" for nothing -> ""; words stay as they are. */
export function plain(text: string): string {
  const words = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (words === '–') return '';
  const number = words.replace(/^−/, '-');
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number)) return number.replaceAll(',', '');
  return isNumber(number) ? number : words;
}

/** A program for tables would take these for the beginning of a formula. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text;

function field(text: string): string {
  const value = harmless(plain(text));
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The rows, each as long as the longest. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (row: readonly string[]): string =>
    Array.from({ length: width }, (_, n) => field(row[n] ?? '')).join(',');
  return rows.map((row) => `${line(row)}\r\n`).join('');
}
