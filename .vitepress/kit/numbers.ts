// Numbers as the page writes them: the same characters on the server and in every browser, so no Intl.

/** 1234.5 -> 1,234.5 */
export function withCommas(value: number): string {
  const [whole, rest] = String(value).split('.');
  if (whole.includes('e')) return String(value);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** What a setting is set to; Infinity means all there are. */
export const settingText = (value: number): string =>
  value === Infinity ? 'all' : withCommas(value).replace('-', '−');

/** 18000 -> "18,000" */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 0.0643 -> "0.064" */
export function decimal(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** 0.2074 -> "21 %"; the space does not break. */
export function percent(share: number, digits = 0): string {
  return `${decimal(100 * share, digits)}\u00a0%`;
}

/** A measured number: whole ones as counts, others with three decimals, unless told otherwise. */
export function measuredText(value: number, asShare: boolean, digits?: number): string {
  if (asShare) return percent(value, digits);
  return Number.isInteger(value) ? count(value) : decimal(value, digits);
}

/** Scores of one list with as many digits as tell them apart, and no more. */
export function scoreTexts(scores: readonly number[]): string[] {
  if (scores.every(Number.isInteger)) return scores.map(withCommas);
  const largest = Math.max(...scores.map(Math.abs));
  const digits = largest >= 100 ? 1 : largest >= 10 ? 2 : 3;
  return scores.map((score) => score.toFixed(digits).replace('-', '−'));
}

/** A span of time: 41 ms, 1.3 s. */
export function duration(ms: number): string {
  if (ms < 1) return 'less than 1 ms';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Seconds while a clock runs: 0.3 s. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
