// Where the name of a point stands: on the side of it where least is covered.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  /** From the point to where the text begins, ends or has its middle, and to its foot. */
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const height = 13;
/** What is tried, the best liked first. */
function sidesOf(away: number): Label[] {
  return [
    { dx: away, dy: -away / 2, anchor: 'start' },
    { dx: away, dy: away / 2 + 9, anchor: 'start' },
    { dx: -away, dy: -away / 2, anchor: 'end' },
    { dx: -away, dy: away / 2 + 9, anchor: 'end' },
    { dx: 0, dy: -away - 2, anchor: 'middle' },
    { dx: 0, dy: away + 12, anchor: 'middle' },
  ];
}

const shares = { start: 0, middle: 0.5, end: 1 } as const;

export function boxOf({ dx, dy, anchor }: Label, x: number, y: number, width: number): Box {
  return { x: x + dx - shares[anchor] * width, y: y + dy - height + 3, width, height };
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

/** One label after another, each where it covers least of the marks and of the labels before it. */
export function placeLabels(
  points: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly away: number;
  }[],
  marks: readonly Box[],
): Label[] {
  const taken = [...marks];
  return points.map(({ x, y, width, away }) => {
    const sides = sidesOf(away);
    const covered = sides.map((label) => {
      const box = boxOf(label, x, y, width);
      return taken.reduce((sum, other) => sum + overlap(box, other), 0);
    });
    const best = sides[covered.indexOf(Math.min(...covered))];
    taken.push(boxOf(best, x, y, width));
    return best;
  });
}
