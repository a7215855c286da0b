// How the cost of every fit, of a split and of lists grows with the events: `npm run bench -- growth`. The catalogue stays
// as it is, and the users grow with the events, as they do in a service.
import { availableParallelism, cpus } from 'node:os';
import { Matrix } from 'ml-matrix';
import { models } from '../code/models.ts';
import { columns, stream, trainTestSplitLast } from '../code/recsys.ts';
import type { Columns } from '../code/recsys.ts';
import { seconds } from './time.ts';

const nItems = 2000;
const eventsPerUser = 150;
/** Linear growth, and a fifth. */
const bound = 1.2;

interface Log {
  readonly rows: Columns;
  readonly nUsers: number;
}

/** Items by a falling popularity, users evenly. */
function logOf(events: number): Log {
  const draw = stream('growth', 0);
  const nUsers = Math.round(events / eventsPerUser);
  const users = new Int32Array(events);
  const items = new Int32Array(events);
  const times = new Float64Array(events);
  for (let n = 0; n < events; n++) {
    users[n] = Math.floor(draw() * nUsers);
    items[n] = Math.floor(draw() ** 2 * nItems);
    times[n] = n;
  }
  return { rows: columns({ users, items, times }), nUsers };
}

/** Few iterations: each costs what the one before it does. */
const fewer: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'implicit-als': { iters: 2 },
  bpr: { epochs: 2 },
};

type Work = readonly [name: string, run: (log: Log) => unknown];

const works: readonly Work[] = [
  ['split', ({ rows, nUsers }) => trainTestSplitLast(rows, nUsers)],
  ...models.flatMap((entry): Work[] => {
    const fit = ({ rows: train, nUsers }: Log) => {
      const itemFeats = Matrix.zeros(nItems, 8);
      for (let i = 0; i < nItems; i++) itemFeats.set(i, i % 8, 1);
      const data = { train, test: new Map<number, number>(), itemFeats, nUsers, nItems };
      return entry.fit(data, fewer[entry.id] ?? {});
    };
    return [[`${entry.title}: fit`, fit]];
  }),
];

/** Prints seconds at each size, and by how much more than the events they have grown. */
export function growth(sizes: readonly number[] = [1e6, 5e6, 1e7]): void {
  console.log(`Node ${process.version}, ${availableParallelism()} x ${cpus()[0].model}`);
  console.log(
    `${nItems} items, a user for every ${eventsPerUser} events; seconds, and growth by events\n`,
  );
  const logs = sizes.map(logOf);
  const warm = logOf(50_000);
  for (const [name, run] of works) {
    run(warm);
    const times = logs.map((log) => seconds(() => run(log)));
    const factors = times.map((time, n) => time / times[0] / (sizes[n] / sizes[0]));
    const cells = times.map((time, n) =>
      `${time.toFixed(2)} s x ${factors[n].toFixed(2)}`.padStart(18),
    );
    const worst = Math.max(...factors);
    console.log(`${name.padEnd(40)}${cells.join('')}${worst > bound ? '  OVER' : ''}`);
  }
}
