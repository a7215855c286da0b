// What an engine's own Math does, measured where this runs: at build time in Node, on the page in the
// reader's browser. Math.exp and Math.log are held against the book's; the others, of which the book
// has none, against what Node gave.
import { Matrix } from 'ml-matrix';
import type { FitProgress } from '../../../code/models.ts';
import { exp, ImplicitALS, log, stream } from '../../../code/recsys.ts';
import type { ALSProgress } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import { counted } from '../../run/job.ts';

/** An engine's function beside the book's. */
export interface AgainstOurs {
  readonly name: 'exp' | 'log';
  readonly asked: number;
  /** Arguments at which the two give different bits. */
  readonly differ: number;
  /** The largest distance, in doubles from the one to the other. */
  readonly farthest: number;
}

/** ALS from start factors that were drawn with Math.log, beside the book's. */
export interface TrainedApart {
  readonly numbers: number;
  /** Start factors that differ, and factors that do after training. */
  readonly differBefore: number;
  readonly differAfter: number;
  /** Largest difference of a factor after training, as a share of the largest factor. */
  readonly before: number;
  readonly after: number;
  /** Lists of ten that differ, of all users. */
  readonly lists: number;
  readonly users: number;
}

export interface EngineMath {
  readonly againstOurs: readonly AgainstOurs[];
  /** For each function the last four bits of its values, one hexadecimal digit each. */
  readonly lastDigits: Readonly<Record<string, string>>;
  readonly trained: TrainedApart;
}

type OnStep = (step: FitProgress) => void;

const view = new DataView(new ArrayBuffer(8));

/** The place of a double among all doubles, in their order. */
function placeOf(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** How many steps from double to double lead from a to b. */
export function stepsBetween(a: number, b: number): number {
  const steps = Number(placeOf(a) - placeOf(b));
  return steps < 0 ? -steps : steps;
}

/** Arguments from `low` to `high`; the same in every engine. */
function argumentsOf(name: string, low: number, high: number, asked: number): Float64Array {
  const draw = stream(`arguments of ${name}`, 0);
  return Float64Array.from({ length: asked }, () => low + (high - low) * draw());
}

function againstOurs(name: 'exp' | 'log', low: number, high: number): AgainstOurs {
  const asked = 10_000;
  const [own, ours] = name === 'exp' ? [Math.exp, exp] : [Math.log, log];
  let [differ, farthest] = [0, 0];
  for (const x of argumentsOf(name, low, high, asked)) {
    const steps = stepsBetween(own(x), ours(x));
    if (steps > 0) differ++;
    farthest = Math.max(farthest, steps);
  }
  return { name, asked, differ, farthest };
}

/** The last one is rounded exactly by law: it must be the same everywhere. */
const others: readonly (readonly [string, (x: number) => number, low: number, high: number])[] = [
  ['exp', Math.exp, -30, 30],
  ['log', Math.log, 0, 10],
  ['pow', (x) => Math.pow(x, 2.5), 0, 10],
  ['log2', Math.log2, 0, 10],
  ['log10', Math.log10, 0, 10],
  ['log1p', Math.log1p, -1, 1],
  ['expm1', Math.expm1, -1, 1],
  ['sin', Math.sin, -10, 10],
  ['cos', Math.cos, -10, 10],
  ['tan', Math.tan, -10, 10],
  ['atan', Math.atan, -10, 10],
  ['tanh', Math.tanh, -3, 3],
  ['cbrt', Math.cbrt, -10, 10],
  ['hypot', (x) => Math.hypot(x, 1), -10, 10],
  ['sqrt', Math.sqrt, 0, 10],
];

function lastDigits([name, call, low, high]: (typeof others)[number]): [string, string] {
  const values = argumentsOf(`Math.${name}`, low, high, 1000);
  const digits = Array.from(values, (x) => {
    view.setFloat64(0, call(x));
    return (view.getUint8(7) & 15).toString(16);
  });
  return [name, digits.join('')];
}

/** The start factors of ImplicitALS, drawn as the book draws them but for this logarithm. */
export function startFactors(ln: (x: number) => number, nUsers: number, nItems: number) {
  const { factors, seed } = ImplicitALS.defaults;
  const draw = stream('ImplicitALS.fit: init', seed);
  const normal = (): number => {
    for (;;) {
      const a = 2 * draw() - 1;
      const b = 2 * draw() - 1;
      const s = a * a + b * b;
      if (s > 0 && s < 1) return a * Math.sqrt((-2 * ln(s)) / s);
    }
  };
  const [userFactors, itemFactors] = [nUsers, nItems].map((height) =>
    Matrix.zeros(height, factors).apply(function set(row, column) {
      this.set(row, column, 0.01 * normal());
    }),
  );
  return { userFactors, itemFactors };
}

function trainApart(onStep?: OnStep): TrainedApart {
  const { train, nUsers, nItems } = bookLog();
  const starts = [log, Math.log].map((ln) => startFactors(ln, nUsers, nItems));
  const models = starts.map((init, n) => {
    const onProgress = ({ iteration, total }: ALSProgress): void =>
      onStep?.(counted(n * total + iteration, starts.length * total));
    return new ImplicitALS({ init, onProgress }).fit(train, nUsers, nItems);
  });
  const flat = (of: (typeof starts)[number]) =>
    Float64Array.from([...of.userFactors.to1DArray(), ...of.itemFactors.to1DArray()]);
  const apart = ([a, b]: Float64Array[]) => {
    const largest = a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const gaps = a.map((x, n) => Math.abs(x - b[n]));
    return { differ: gaps.filter((gap) => gap > 0).length, share: Math.max(...gaps) / largest };
  };
  const [before, after] = [apart(starts.map(flat)), apart(models.map(flat))];
  const users = Array.from({ length: nUsers }, (_, user) => user);
  const lists = users.filter((user) => {
    const [a, b] = models.map((model) => model.recommend(user, 10).join());
    return a !== b;
  });
  return {
    numbers: flat(starts[0]).length,
    differBefore: before.differ,
    differAfter: after.differ,
    before: before.share,
    after: after.share,
    lists: lists.length,
    users: nUsers,
  };
}

/** @param onStep hears of each iteration of the two trainings, which take longest */
export function measureEngine(onStep?: OnStep): EngineMath {
  return {
    againstOurs: [againstOurs('exp', -30, 30), againstOurs('log', 0, 10)],
    lastDigits: Object.fromEntries(others.map(lastDigits)),
    trained: trainApart(onStep),
  };
}
