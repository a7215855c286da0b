/** What models look like: a family has a colour, and marks tell its members apart. */

/** Kinds of models; each has a colour, `--family-…` in the theme's tokens. */
export const families = ['baselines', 'content', 'neighbours', 'factors', 'retrieval'] as const;

export type Family = (typeof families)[number];

/** The class that gives `--tone` the colour of a family. */
export const toneOf = (family: Family): string => `tone-${family}`;

/** What `mark.json` says in the folder of a model's chapter. */
export interface OwnMark {
  readonly family: Family;
  readonly mark: MarkName;
}

export interface Mark {
  /** SVG path, centred on 0,0, within a radius of 6. */
  readonly path: string;
  /** The same with a hole in it: another setting of the model. */
  readonly hollow: string;
  /** `stroke-dasharray`; the empty string is a solid line. */
  readonly dash: string;
}

type Points = readonly (readonly [x: number, y: number])[];

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A closed path through the points, made smaller about the centre, or drawn the other way round for a hole. */
function outline(points: Points, scale = 1, backwards = false): string {
  const drawn = backwards ? points.toReversed() : points;
  return `M${drawn.map(([x, y]) => `${short(x * scale)} ${short(y * scale)}`).join('L')}z`;
}

/** Corners on a circle, the first one on top, at the radii in turn. */
function around(corners: number, ...radii: readonly number[]): Points {
  return Array.from({ length: corners }, (_, n) => {
    const angle = (2 * Math.PI * n) / corners - Math.PI / 2;
    const radius = radii[n % radii.length];
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

const turned = (points: Points, degrees: number): Points => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos] as const);
};

const triangle: Points = around(3, 6).map(([x, y]) => [x, y + 0.8]);
const cross: Points = [
  ...([
    [-1.7, -5.4],
    [1.7, -5.4],
    [1.7, -1.7],
  ] as const),
  ...([
    [5.4, -1.7],
    [5.4, 1.7],
    [1.7, 1.7],
  ] as const),
  ...([
    [1.7, 5.4],
    [-1.7, 5.4],
    [-1.7, 1.7],
  ] as const),
  ...([
    [-5.4, 1.7],
    [-5.4, -1.7],
    [-1.7, -1.7],
  ] as const),
];

function mark(points: Points, dash: string): Mark {
  const path = outline(points);
  return { path, hollow: path + outline(points, 0.45, true), dash };
}

const circle = (radius: number, sweep: 0 | 1): string =>
  `M${-radius} 0a${radius} ${radius} 0 1 ${sweep} ${2 * radius} 0a${radius} ${radius} 0 1 ${sweep} ${-2 * radius} 0z`;

/** By their names in words, as a description of a figure says them. */
export const marks = {
  circle: { path: circle(4.6, 0), hollow: circle(4.6, 0) + circle(2.2, 1), dash: '1 3' },
  square: mark(turned(around(4, 5.9), 45), '6 3'),
  triangle: mark(triangle, '2 2'),
  diamond: mark(around(4, 5.9), '8 2 2 2'),
  cross: mark(cross, '4 4'),
  'downward triangle': mark(turned(triangle, 180), ''),
  star: mark(around(10, 5.9, 2.6), '10 3'),
  hexagon: mark(around(6, 5.4), '12 3 3 3'),
  'slanted cross': mark(turned(cross, 45), '3 3 1 3'),
  'leftward triangle': mark(turned(triangle, -90), '5 2 1 2'),
  'rightward triangle': mark(turned(triangle, 90), '1 2 6 2'),
  'four-pointed star': mark(around(8, 5.9, 2.1), '14 4'),
  pentagon: mark(around(5, 5.6), '7 2'),
  'three-pointed star': mark(around(6, 5.9, 1.9), '3 2'),
} as const satisfies Readonly<Record<string, Mark>>;

export type MarkName = keyof typeof marks;
