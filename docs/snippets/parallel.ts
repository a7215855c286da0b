import { parentPort, Worker } from 'node:worker_threads';
import { fitParallel, solveShares } from '../../code/parallel.ts';
import { makeSynthetic } from '../../code/recsys.ts';

// The workers run this file too.
if (parentPort) solveShares(parentPort);
else {
  const { interactions, nUsers, nItems } = makeSynthetic();
  const crew = { workers: 2, start: () => new Worker(new URL(import.meta.url)) };
  const model = await fitParallel({ factors: 16 }, interactions, nUsers, nItems, crew);
  console.log('user 7:', model.recommend(7, 3).join(', '));
}
