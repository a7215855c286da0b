// Beside the libraries that others use: `npm run bench -- peers [part of a name]`. Both do the same work in one
// thread, in turns, and the ratio of their medians is printed: theirs by ours, so more is better. Python is the
// `python3` of the path, or what PYTHON names; ratings.csv of ml-latest-small is what RATINGS names.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  backend,
  BPR,
  columns,
  ImplicitALS,
  ItemItemCF,
  makeSynthetic,
  recommendBatch,
} from '../code/recsys.ts';
import type { Columns, Interaction } from '../code/recsys.ts';
import { movieLensShape } from './log.ts';

const rounds = 5;

interface Log {
  readonly name: string;
  readonly rows: Columns;
  readonly nUsers: number;
  readonly nItems: number;
}

/** What is timed in turns, and what their time by ours is to reach. */
interface Race {
  readonly name: string;
  readonly log: () => Log;
  readonly goal: number;
  /** What the peer is ordered to do. */
  readonly peer: Readonly<Record<string, unknown>>;
  /** Done once, before. */
  readonly before?: (log: Log) => unknown;
  readonly ours: (log: Log, made: unknown) => unknown;
}

function logOf(
  name: string,
  { rows, nUsers, nItems }: { rows: readonly Interaction[]; nUsers: number; nItems: number },
): Log {
  const [users, items] = [0, 1].map((place) => Int32Array.from(rows, (row) => row[place]));
  const times = Float64Array.from(rows, ([, , time]) => time);
  return { name, rows: columns({ users, items, times }), nUsers, nItems };
}

/** Made when it is first asked for. */
function once(make: () => Log): () => Log {
  let made: Log | undefined;
  return () => (made ??= make());
}

const board = once(() => {
  const { interactions, nUsers, nItems } = makeSynthetic();
  return logOf('default', { rows: interactions, nUsers, nItems });
});
const small = once(() => logOf('100k', movieLensShape()));
const large = once(() =>
  logOf('1M', movieLensShape({ nUsers: 6040, nItems: 3706, nEvents: 1_000_000 })),
);

/** The films that somebody rated, numbered as they come. */
function readRatings(file: string): Log {
  const [users, items] = [new Map<string, number>(), new Map<string, number>()];
  const numberOf = (ids: Map<string, number>, id: string): number => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    ids.set(id, ids.size);
    return ids.size - 1;
  };
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line): Interaction => {
    const [user, item, , time] = line.split(',');
    return [numberOf(users, user), numberOf(items, item), Number(time)];
  });
  return logOf('ml-latest-small', { rows, nUsers: users.size, nItems: items.size });
}

function als(log: () => Log, name: string, factors: number, goal: number, isNear = false): Race {
  const { reg, alpha, iters } = ImplicitALS.defaults;
  const more = isNear ? ({ solver: 'cg', precision: 'single' } as const) : {};
  return {
    name: `ALS ${isNear ? 'cg, single' : 'exact, double'}: ${name}, f = ${factors}`,
    log,
    goal,
    peer: { do: 'als', factors, reg, alpha, iters, cg: isNear },
    ours: ({ rows, nUsers, nItems }) =>
      new ImplicitALS({ factors, ...more }).fit(rows, nUsers, nItems),
  };
}

function bpr(
  log: () => Log,
  name: string,
  factors: number,
  goal: number,
  precision: 'double' | 'single' = 'double',
): Race {
  const { lr, reg, epochs } = BPR.defaults;
  return {
    name: `BPR, ${precision}: ${name}, f = ${factors}`,
    log,
    goal,
    peer: { do: 'bpr', factors, lr, reg, epochs },
    ours: ({ rows, nUsers, nItems }) => new BPR({ factors, precision }).fit(rows, nUsers, nItems),
  };
}

function itemItem(log: () => Log, name: string, neighbours: number, goal: number): Race {
  const all = neighbours === Infinity;
  return {
    name: `ItemItemCF, ${all ? 'all pairs' : `neighbours = ${neighbours}`}: ${name}`,
    log,
    goal,
    peer: all ? { do: 'cosines' } : { do: 'neighbours', k: neighbours },
    ours: ({ rows, nUsers, nItems }) => new ItemItemCF({ neighbours }).fit(rows, nUsers, nItems),
  };
}

function lists(k: number, goal: number): Race {
  const factors = 64;
  return {
    name: `lists for all, 1M, f = ${factors}, k = ${k}`,
    log: large,
    goal,
    peer: { do: 'lists', k, factors },
    before: ({ rows, nUsers, nItems }) =>
      new ImplicitALS({ factors, iters: 1 }).fit(rows, nUsers, nItems),
    ours: ({ nUsers }, model) =>
      recommendBatch(
        model as ImplicitALS,
        Array.from({ length: nUsers }, (_, user) => user),
        k,
      ),
  };
}

const ratings = process.env['RATINGS'];
const latest = ratings ? once(() => readRatings(ratings)) : undefined;

const races: readonly Race[] = [
  als(board, 'default', 32, 2),
  als(small, '100k', 32, 2),
  als(small, '100k', 64, 2),
  als(large, '1M', 32, 2),
  als(large, '1M', 64, 2),
  als(board, 'default', 32, 1.5, true),
  als(small, '100k', 64, 1.2, true),
  als(large, '1M', 64, 1, true),
  bpr(board, 'default', 32, 0.9),
  bpr(small, '100k', 64, 0.7),
  bpr(large, '1M', 64, 0.7),
  bpr(board, 'default', 32, 1.5, 'single'),
  bpr(small, '100k', 64, 1.2, 'single'),
  bpr(large, '1M', 64, 1.2, 'single'),
  ...[Infinity, 20].flatMap((neighbours) => {
    const goal = neighbours === 20 ? 1 : 0.8;
    return [
      itemItem(small, '100k', neighbours, goal),
      ...(latest ? [itemItem(latest, 'ml-latest-small', neighbours, goal)] : []),
      itemItem(large, '1M', neighbours, goal),
    ];
  }),
  lists(10, 1.5),
  lists(100, 1),
];

type Answer = Readonly<Record<string, unknown>>;

/** The other program: one order, one answer. Undefined where it can't run. */
async function startPeer(): Promise<
  { ask: (order: object) => Promise<Answer>; end: () => void } | undefined
> {
  const env = { ...process.env };
  delete env['OPENBLAS_CORETYPE'];
  const python = env['PYTHON'] ?? 'python3';
  const child: ChildProcess = spawn(python, [join('bench', 'peers.py')], {
    env: { ...env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) return undefined;
  const ended = new Promise<undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('exit', () => resolve(undefined));
  });
  stdin.on('error', () => undefined);
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const ask = async (order: object): Promise<Answer> => {
    stdin.write(`${JSON.stringify(order)}\n`);
    const line = await Promise.race([lines.next(), ended]);
    if (!line || line.done) throw new Error('the other program has ended');
    return JSON.parse(line.value) as Answer;
  };
  try {
    const { versions } = await ask({ do: 'versions' });
    const told = Object.entries(versions as Record<string, string>);
    console.log(`Beside ${told.map((pair) => pair.join(' ')).join(', ')}, one thread.`);
    return { ask, end: () => child.kill() };
  } catch {
    return undefined;
  }
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1];

const inUnits = (seconds: number): string =>
  seconds < 1 ? `${(1000 * seconds).toFixed(1)} ms` : `${seconds.toFixed(2)} s`;

/** @param wanted only races with this in their names */
export async function peers(wanted: string): Promise<void> {
  console.log(`Node ${process.version}, ${backend()}, ${cpus()[0].model}`);
  const peer = await startPeer();
  if (!peer) {
    console.warn('SKIPPED: needs python3 with NumPy, SciPy and implicit (or name one by PYTHON)');
    return;
  }
  if (!latest) console.warn('SKIPPED ml-latest-small: RATINGS names no ratings.csv');
  console.log(`Medians of ${rounds} rounds, in turns.\n`);
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    for (const race of races.filter(({ name }) => name.includes(wanted))) {
      const log = race.log();
      const { users, items } = log.rows;
      const [usersFile, itemsFile] = ['users', 'items'].map((name) => join(folder, name));
      writeFileSync(usersFile, users);
      writeFileSync(itemsFile, items);
      const { nUsers, nItems } = log;
      await peer.ask({ do: 'read', users: usersFile, items: itemsFile, nUsers, nItems });
      if (race.before) await peer.ask({ ...race.peer, do: 'prepare' });
      const made = race.before?.(log);
      const [theirs, ours]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        theirs.push(Number((await peer.ask(race.peer))['seconds']));
        const start = performance.now();
        race.ours(log, made);
        ours.push((performance.now() - start) / 1000);
      }
      const ratio = median(theirs) / median(ours);
      const verdict = ratio >= race.goal ? '' : '  BELOW';
      console.log(
        `${race.name.padEnd(46)}theirs ${inUnits(median(theirs)).padStart(9)}  ours ${inUnits(median(ours)).padStart(9)}  ${ratio.toFixed(2)} of ${race.goal}${verdict}`,
      );
    }
  } finally {
    peer.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
