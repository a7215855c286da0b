// The small functions that the reader writes as exercises, each beside what the book's module gives for the
// same inputs. The inputs are drawn with a fixed seed, the edges first; so everybody is asked the same.
import { Matrix } from 'ml-matrix';
import { bprStep, exp, foldIn, ItemItemCF, mapAtK, stream } from '../../../code/recsys.ts';
import type { Draw } from '../../../code/recsys.ts';
import { WrongResult } from './hold.ts';
import type { Tried } from './protocol.ts';

type Values = readonly unknown[];
type Numbers = readonly number[];

/** What the reader is to write. A chapter may keep its own, in `codeTasks.ts` of its folder. */
export interface CodeTask {
  /** The function that the file must export. */
  readonly name: string;
  /** Inputs worth a look of their own, then as many drawn ones as it takes. */
  readonly edges: readonly Values[];
  readonly draw: (draw: Draw) => Values;
  readonly book: (...values: never[]) => unknown;
  /** Known ways to miss it: who gives the same as one of them everywhere is told what it is. */
  readonly mistakes: readonly {
    readonly gives: (...values: never[]) => unknown;
    readonly says: string;
  }[];
}

const drawn = 200;

const integer = (draw: Draw, below: number): number => Math.floor(draw() * below);
/** With few digits, to be read. */
const short = (value: number, digits = 2): number => Number(value.toFixed(digits));
const shortNumbers = (draw: Draw, length: number): number[] =>
  Array.from({ length }, () => short(4 * draw() - 2));
/** Different ids in ascending order. */
const someOf = (draw: Draw, below: number, share: number): number[] =>
  Array.from({ length: below }, (_, id) => id).filter(() => draw() < share);

function shuffled(draw: Draw, values: readonly number[]): number[] {
  return values
    .map((value) => [draw(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

const sum = (values: Numbers): number => values.reduce((total, value) => total + value, 0);
const common = (a: Numbers, b: Numbers): number => a.filter((user) => b.includes(user)).length;

/** One step of the book on three plain vectors. */
function stepOf(x: Numbers, yi: Numbers, yj: Numbers, lr: number, reg: number): number[][] {
  const flat = (...rows: Numbers[]) => {
    const stride = 4 * Math.ceil(x.length / 4);
    const data = new Float64Array(rows.length * stride);
    rows.forEach((row, r) => data.set(row, r * stride));
    return { data, height: rows.length, width: x.length, stride };
  };
  const X = flat(x);
  const Y = flat(yi, yj);
  bprStep(X, Y, 0, 0, 1, { lr, reg });
  const row = ({ data, stride }: typeof X, r: number): number[] =>
    Array.from(data.subarray(r * stride, r * stride + x.length));
  return [row(X, 0), row(Y, 0), row(Y, 1)];
}

/** The step as it comes out where x is overwritten before the items are moved. */
function hastyStep(x: Numbers, yi: Numbers, yj: Numbers, lr: number, reg: number): number[][] {
  const w = 1 / (1 + exp(sum(x.map((value, f) => value * (yi[f] - yj[f])))));
  const move = (from: number, pull: number): number => from + lr * (pull - reg * from);
  const next = x.map((value, f) => move(value, w * (yi[f] - yj[f])));
  return [
    next,
    yi.map((value, f) => move(value, w * next[f])),
    yj.map((value, f) => move(value, -w * next[f])),
  ];
}

const tasks: Readonly<Record<string, CodeTask>> = {
  'evaluation-4': {
    name: 'mapOf',
    edges: [
      [[7, 3, 9], 7, 3],
      [[7, 3, 9], 9, 3],
      [[7, 3, 9], 9, 2],
      [[7, 3, 9], 4, 3],
      [[], 4, 3],
    ],
    draw: (draw) => {
      const list = shuffled(draw, someOf(draw, 12, 0.6));
      return [list, integer(draw, 12), 1 + integer(draw, 10)];
    },
    book: (list: Numbers, item: number, k: number) =>
      mapAtK(new Map([[0, list]]), new Map([[0, item]]), k),
    mistakes: [
      {
        gives: (list: Numbers, item: number) => {
          const place = list.indexOf(item);
          return place < 0 ? 0 : 1 / (place + 1);
        },
        says: 'It pays for hits below the cut as well: only the first k places count.',
      },
      {
        gives: (list: Numbers, item: number, k: number) =>
          list.slice(0, k).includes(item) ? 1 : 0,
        says: 'That is the recall of one person: a hit counts 1 at every rank.',
      },
      {
        gives: (list: Numbers, item: number, k: number) => {
          const place = list.slice(0, k).indexOf(item);
          return place < 0 ? 0 : 1 / place;
        },
        says: 'indexOf counts from 0, and ranks count from 1.',
      },
      {
        gives: (list: Numbers, item: number, k: number) => 1 / (list.slice(0, k).indexOf(item) + 1),
        says: 'Where the item is not there, indexOf gives −1, and that is no rank.',
      },
    ],
  },
  'item-item-cf-3': {
    name: 'similarity',
    edges: [
      [
        [0, 1, 2, 3],
        [0, 1, 2, 3],
      ],
      [[0, 1, 2, 3], [3]],
      [
        [0, 1],
        [2, 3],
      ],
      [[], [2, 3]],
      [[], []],
    ],
    draw: (draw) => [someOf(draw, 12, 0.5), someOf(draw, 12, 0.3)],
    book: (a: Numbers, b: Numbers) => {
      const rows = [a, b].flatMap((users, item) => users.map((u) => [u, item, 0] as const));
      return new ItemItemCF().fit(rows, 12, 2).similarity(0)[1];
    },
    mistakes: [
      {
        gives: (a: Numbers, b: Numbers) => common(a, b) / Math.sqrt(a.length * b.length),
        says: 'It is right wherever both have users. An item that nobody has divides by 0: it is similar to nothing.',
      },
      {
        gives: (a: Numbers, b: Numbers) => {
          const either = a.length + b.length - common(a, b);
          return either === 0 ? 0 : common(a, b) / either;
        },
        says: 'That is the Jaccard similarity: users of both, over users of either. The cosine divides by √(|a| · |b|).',
      },
      {
        gives: (a: Numbers, b: Numbers) => common(a, b) / Math.max(1, a.length * b.length),
        says: 'The square root below the line is missing.',
      },
      {
        gives: (a: Numbers, b: Numbers) => common(a, b),
        says: 'That counts the users they share. Two items that everybody has share many by chance, so divide.',
      },
    ],
  },
  'implicit-als-4': {
    name: 'solveOne',
    edges: [
      [[2], [2, 1, 1, 1, 1], 1, 1],
      [[0, 1], [2, 1, 1, 1, 1], 1, 1],
      [[], [2, 1, 1, 1, 1], 1, 1],
      [[0, 1], [2, 1, 1, 1, 1], 0, 0.5],
    ],
    draw: (draw) => {
      const y = shortNumbers(draw, 6);
      return [someOf(draw, 6, 0.4), y, integer(draw, 41), 1 + integer(draw, 10)];
    },
    book: (items: Numbers, y: Numbers, alpha: number, reg: number) =>
      foldIn(Matrix.columnVector([...y]), items, { alpha, reg }).x[0],
    mistakes: [
      {
        gives: (items: Numbers, y: Numbers, alpha: number, reg: number) => {
          const met = items.map((i) => y[i]);
          return ((1 + alpha) * sum(met)) / ((1 + alpha) * sum(met.map((v) => v * v)) + reg);
        },
        says: 'A sums over every item: the empty cells weigh 1, and they are missing here.',
      },
      {
        gives: (items: Numbers, y: Numbers, alpha: number, reg: number) => {
          const met = items.map((i) => y[i]);
          const all = sum(y.map((v) => v * v));
          return (alpha * sum(met)) / (all + alpha * sum(met.map((v) => v * v)) + reg);
        },
        says: 'In b an event counts 1 + alpha, not alpha.',
      },
      {
        gives: (items: Numbers, y: Numbers, alpha: number, reg: number) => {
          const met = items.map((i) => y[i]);
          const all = sum(y.map((v) => v * v));
          return ((1 + alpha) * sum(met)) / (all + (1 + alpha) * sum(met.map((v) => v * v)) + reg);
        },
        says: 'YᵀY holds the 1 of every item already: the items met add alpha, not 1 + alpha.',
      },
    ],
  },
  'bpr-4': {
    name: 'step',
    edges: [
      [[1, 0], [0, 1], [1, 0], 0.5, 0],
      [[1, 0], [0, 1], [1, 0], 0.5, 0.1],
      [[1, 2], [0.5, 1], [0.5, 1], 0.1, 0],
    ],
    draw: (draw) => [
      shortNumbers(draw, 3),
      shortNumbers(draw, 3),
      shortNumbers(draw, 3),
      short(0.01 + draw()),
      short(draw() / 5),
    ],
    book: stepOf,
    mistakes: [
      {
        gives: hastyStep,
        says: 'The items moved towards a user who had moved already: all three updates speak of the same moment, so keep the old x.',
      },
      {
        gives: (x: Numbers, yi: Numbers, yj: Numbers, lr: number) => stepOf(x, yi, yj, lr, 0),
        says: 'It is right where reg is 0: the pull towards 0 is missing.',
      },
      {
        gives: (x: Numbers, yi: Numbers, yj: Numbers, lr: number, reg: number) =>
          stepOf(x, yj, yi, lr, reg).map((_, n, all) => all[[0, 2, 1][n]]),
        says: 'Yours pushes the liked item away and pulls the other near: mind the sign.',
      },
    ],
  },
};

export const codeTasks: Readonly<Record<string, CodeTask>> = Object.assign(
  {},
  tasks,
  ...Object.values(
    import.meta.glob<typeof tasks>('../../chapters/[a-z]*/codeTasks.ts', {
      eager: true,
      import: 'codeTasks',
    }),
  ),
) as typeof tasks;

/** Exactly, but for the last digits of a number: another order of additions is no mistake. */
function agree(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (!isList(a) || !isList(b) || a.length !== b.length) return false;
  return Array.from(b).every((value, n) => agree(a[n], value));
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

/** As the reader would write it. */
function inWords(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6))).replace('-', '−');
  if (isList(value)) return `[${Array.from(value, inWords).join(', ')}]`;
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

type Given = (...values: unknown[]) => unknown;

function inputsOf(id: string, { edges, draw }: CodeTask): Values[] {
  const drawing = stream(id, 0);
  const copies = JSON.parse(JSON.stringify(edges)) as Values[];
  return [...copies, ...Array.from({ length: drawn }, () => draw(drawing))];
}

/** The reader's function on all inputs, beside the book's. */
export function tryCode(id: string, module: unknown): Tried {
  const task = codeTasks[id];
  const { name } = task;
  const yours = ((module ?? {}) as Record<string, unknown>)[name];
  if (typeof yours !== 'function')
    throw new WrongResult('', `the file must export a function with the name ${name}`);
  const inputs = inputsOf(id, task);
  // What the reader's function does to its arguments is done to copies.
  const own = inputsOf(id, task).map((values) => (yours as Given)(...values));
  const book = inputs.map((values) => (task.book as Given)(...values));
  const first = inputs.findIndex((_, n) => !agree(own[n], book[n]));
  if (first < 0) return { kind: 'tried', count: inputs.length, differs: null };
  const known = task.mistakes.find(({ gives }) =>
    inputs.every((values, n) => agree(own[n], (gives as Given)(...values))),
  );
  return {
    kind: 'tried',
    count: inputs.length,
    differs: {
      call: `${name}(${inputs[first].map(inWords).join(', ')})`,
      yours: inWords(own[first]),
      book: inWords(book[first]),
      says: known?.says ?? '',
    },
  };
}
