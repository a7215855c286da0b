// The item factors after every iteration, on one map: from the random start to what was learnt.
import { Matrix } from 'ml-matrix';
import { alsObjective, buildMatrix, ImplicitALS, stream } from '../../../code/recsys.ts';
import type { Factors, FlatMatrix } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import { genresOf } from '../../run/genres.ts';
import { rounded } from '../../kit/rounded.ts';
import { meanOf, principalComponents } from './eigen.ts';
import { chanceShare, nearestRows, sameGenre } from './picture.ts';

export interface Walk {
  readonly alpha: number;
  readonly reg: number;
  readonly factors: number;
  /**
   * For the start and each iteration, by how much every x and then every y differs from the frame
   * before, in steps of 1/`grain` of the map: mostly small numbers, which compress well.
   */
  readonly moves: readonly (readonly number[])[];
  /** How far the outermost item stands from the middle of each frame, in units of a factor. */
  readonly reach: readonly number[];
  /** L, and the share of items whose nearest mark is of their own genre. */
  readonly L: readonly number[];
  readonly near: readonly number[];
}

export interface Walks {
  readonly genres: readonly number[];
  readonly chance: number;
  readonly walks: readonly Walk[];
}

export const grain = 250;
const iterations = 15;
const settings = [
  { alpha: 1, reg: 10, factors: 32 },
  { alpha: 40, reg: 0.1, factors: 32 },
] as const;

export function makeWalks(): Walks {
  const log = bookLog();
  const genres = genresOf(log);
  const R = buildMatrix(log.train, log.nUsers, log.nItems);
  const walks = settings.map((options): Walk => {
    const all = fitInSteps(log, options);
    const axes = principalComponents(rowsOf(all[iterations])).slice(0, 2);
    const frames = all.map((factors) =>
      frameOf(
        rowsOf(factors),
        axes.map(({ axis }) => axis),
      ),
    );
    return {
      ...options,
      moves: frames.map(({ places }, n) =>
        places.map((value, at) => value - (n === 0 ? 0 : frames[n - 1].places[at])),
      ),
      reach: frames.map(({ reach }) => rounded(reach)),
      L: all.map(({ userFactors, itemFactors }) =>
        Math.round(alsObjective(flat(userFactors), R, flat(itemFactors), options)),
      ),
      near: frames.map(({ points }) => rounded(sameGenre(nearestRows(points), genres), 3)),
    };
  });
  return { genres, chance: rounded(chanceShare(genres), 3), walks };
}

/** The marks of a frame, from -1000 to 1000. */
export function marksAt(walk: Walk, frame: number): { x: number[]; y: number[] } {
  const sums = walk.moves[0].map((_, at) =>
    walk.moves.slice(0, frame + 1).reduce((sum, move) => sum + move[at], 0),
  );
  const scaled = sums.map((value) => (1000 / grain) * value);
  return { x: scaled.slice(0, sums.length / 2), y: scaled.slice(sums.length / 2) };
}

/** A fit of one iteration after another, each from where the last one stopped. */
function fitInSteps(
  { train, nUsers, nItems }: ReturnType<typeof bookLog>,
  options: (typeof settings)[number],
): Factors[] {
  const draw = stream('implicit-als iterations', 0);
  const start = (rows: number) =>
    new Matrix(
      Array.from({ length: rows }, () =>
        Array.from({ length: options.factors }, () => 0.02 * (draw() - 0.5)),
      ),
    );
  const all: Factors[] = [{ userFactors: start(nUsers), itemFactors: start(nItems) }];
  for (let n = 0; n < iterations; n++) {
    const model = new ImplicitALS({ ...options, iters: 1, init: all[n] });
    all.push(model.fit(train, nUsers, nItems));
  }
  return all;
}

const rowsOf = ({ itemFactors }: Factors) =>
  itemFactors.to2DArray().map((row) => Float64Array.from(row));

function frameOf(rows: readonly Float64Array[], axes: readonly Float64Array[]) {
  const mean = meanOf(rows);
  const points = rows.map((row) =>
    Float64Array.from(axes, (axis) =>
      axis.reduce((sum, value, f) => sum + value * (row[f] - mean[f]), 0),
    ),
  );
  const reach = Math.max(...points.flatMap((point) => Array.from(point, Math.abs)));
  const places = [0, 1].flatMap((n) =>
    points.map((point) => Math.round((grain * point[n]) / reach)),
  );
  return { points, reach, places };
}

function flat(matrix: Matrix): FlatMatrix {
  const stride = 4 * Math.ceil(matrix.columns / 4);
  const data = new Float64Array(matrix.rows * stride);
  matrix.to2DArray().forEach((row, r) => data.set(row, r * stride));
  return { data, height: matrix.rows, width: matrix.columns, stride };
}
