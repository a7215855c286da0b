// The similarity grid as a few paths: runs of cells of one shade are strokes of width 1.

/** Per shade, the strokes of the lower triangle; cell (row, column) is the unit square there. */
export function shadePaths(shades: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, shade) =>
    shades.map((row, n) => runs(row, n, String(shade))).join(''),
  );
}

function runs(row: string, n: number, shade: string): string {
  let d = '';
  for (let start = 0; start < row.length;) {
    let end = start;
    while (end < row.length && row[end] === row[start]) end++;
    if (row[start] === shade) d += `M${start} ${n}h${end - start}`;
    start = end;
  }
  return d;
}

export interface Block {
  readonly genre: number;
  /** Rows from, up to and not including. */
  readonly from: number;
  readonly to: number;
}

/** Runs of one genre among the items of the grid. */
export function genreBlocks(items: readonly number[], genres: readonly number[]): Block[] {
  const starts = items
    .map((_, n) => n)
    .filter((n) => n === 0 || genres[items[n]] !== genres[items[n - 1]]);
  return starts.map((from, n) => ({
    genre: genres[items[from]],
    from,
    to: starts[n + 1] ?? items.length,
  }));
}

/** Places for labels at least `gap` apart, each as near to its own as that allows, from the top. */
export function spread(wanted: readonly number[], gap: number, bottom: number): number[] {
  const places: number[] = [];
  for (const y of wanted) places.push(Math.max(y, (places.at(-1) ?? -Infinity) + gap));
  let limit = bottom;
  return places.reduceRight<number[]>((moved, y) => {
    const place = Math.min(y, limit);
    limit = place - gap;
    return [place, ...moved];
  }, []);
}
