// How fast it is: `npm run bench` prints medians and the budget of each, `npm run bench -- peers` sets them beside
// other libraries (peers.ts), `-- growth` lets the log grow (growth.ts). It is no test: a busy machine is slow. Runs that are said to be cold each have a Node process of their own.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { models, syntheticDataset } from '../code/models.ts';
import { EASE } from '../code/models/ease.ts';
import { BPR, ImplicitALS, ItemItemCF, makeSynthetic, Popularity } from '../code/recsys.ts';
import { workerTimes } from './browser.ts';
import { growth } from './growth.ts';
import { defaultLeaderboard } from './leaderboard.ts';
import { movieLensShape } from './log.ts';
import { peers } from './peers.ts';
import { seconds } from './time.ts';

const runs = 7;

function repeat(measure: () => number): number[] {
  return Array.from({ length: runs }, measure);
}

function warm(work: () => void): number[] {
  work();
  return repeat(() => seconds(work));
}

/** The same program in a fresh process, which measures its first run. */
function cold(): number[] {
  return repeat(() => {
    const child = spawnSync(process.execPath, [process.argv[1], '--cold'], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return Number(child.stdout);
  });
}

function print(what: string, times: readonly number[], budget?: number): void {
  const sorted = times.slice().sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const [unit, scale] = median < 0.01 ? (['ms', 1000] as const) : (['s', 1] as const);
  const show = (time: number) => `${(time * scale).toFixed(3)} ${unit}`;
  const verdict = budget === undefined || median <= budget ? '' : '  OVER';
  const limit = budget === undefined ? '' : `budget ${show(budget)}${verdict}`;
  console.log(`${what.padEnd(52)}${show(median).padStart(10)}  best ${show(sorted[0])}  ${limit}`);
}

async function main(): Promise<void> {
  const [cores, load] = [availableParallelism(), loadavg()[0]];
  console.log(`Medians of ${runs} runs. Node ${process.version}, ${cores} x ${cpus()[0].model}`);
  if (load > cores / 2)
    console.log(`The machine is busy (load ${load.toFixed(1)}): all is slower.`);
  console.log('');
  print('default leaderboard, cold process', cold(), 0.45);
  print('default leaderboard, warm', warm(defaultLeaderboard));
  print(
    '  data alone',
    warm(() => void makeSynthetic()),
  );
  const data = syntheticDataset();
  for (const entry of models)
    print(
      `  ${entry.id}: fit`,
      warm(() => void entry.fit(data)),
    );

  const { rows, nUsers, nItems } = movieLensShape();
  console.log(`\n${rows.length} events, ${nUsers} users, ${nItems} items`);
  const fits = (fit: () => unknown) => warm(() => void fit());
  print(
    'ALS, 32 factors, 15 iterations',
    fits(() => new ImplicitALS().fit(rows, nUsers, nItems)),
    1.6,
  );
  print(
    'BPR, 32 factors, 30 epochs',
    fits(() => new BPR().fit(rows, nUsers, nItems)),
    0.9,
  );
  print(
    'ItemItemCF',
    fits(() => new ItemItemCF().fit(rows, nUsers, nItems)),
  );

  print(
    'EASE',
    fits(() => new EASE().fit(rows, nUsers, nItems)),
    1.5,
  );

  const log = makeSynthetic({ nUsers: 500, nItems: 2000, nInter: 50_000 });
  console.log('\nrecommend(user, 10) among 2,000 items, mean over 500 users');
  for (const model of [
    new Popularity().fit(log.interactions, 500, 2000),
    new ItemItemCF().fit(log.interactions, 500, 2000),
    new ImplicitALS({ factors: 32, iters: 1 }).fit(log.interactions, 500, 2000),
    new BPR({ factors: 32, epochs: 1 }).fit(log.interactions, 500, 2000),
  ]) {
    const all = () => {
      for (let user = 0; user < 500; user++) model.recommend(user, 10);
    };
    print(
      `  ${model.constructor.name}`,
      warm(all).map((time) => time / 500),
      0.001,
    );
  }

  console.log('');
  const worker = await workerTimes(runs);
  if (typeof worker === 'string')
    console.log(`default leaderboard in a browser's worker: ${worker}`);
  else print("default leaderboard, first run in a browser's worker", worker, 0.7);
}

if (process.argv.includes('--cold')) console.log(seconds(defaultLeaderboard));
else if (process.argv[2] === 'peers') await peers(process.argv[3] ?? '');
else if (process.argv[2] === 'growth') growth(process.argv[3]?.split(',').map(Number));
else await main();
