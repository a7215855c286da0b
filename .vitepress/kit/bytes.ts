/** 360000 -> "360 kB": decimal units, the space does not break. */
export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let size = value;
  let n = 0;
  while (size >= 1000 && n < units.length - 1) {
    size /= 1000;
    n++;
  }
  const tenths = Math.round(size * 10) / 10;
  return `${size < 10 ? tenths : Math.round(size)}\u00a0${units[n]}`;
}
