// How numbers are written, the same in every engine: nothing here asks for the reader's locale.

/** 11355 -> "11,355"; below 100 with one digit after the point, unless that is 0. */
export function count(value: number): string {
  const rounded = value < 100 ? Math.round(value * 10) / 10 : Math.round(value);
  return String(rounded).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 0.3692 -> "37 %" */
export function percent(share: number, digits = 0): string {
  return `${(100 * share).toFixed(digits)}\u00a0%`;
}

/** 360000 -> "360 kB": decimal units, three digits at most. */
export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let n = 0;
  let size = value;
  while (size >= 1000 && n < units.length - 1) {
    size /= 1000;
    n++;
  }
  const digits = size < 10 && n > 0 && size !== Math.round(size) ? 1 : 0;
  return `${size.toFixed(digits)}\u00a0${units[n]}`;
}
