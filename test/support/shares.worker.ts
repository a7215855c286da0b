// A worker that solves shares, as Node has it.
import { parentPort } from 'node:worker_threads';
import { solveShares } from '../../code/parallel.ts';

if (parentPort) solveShares(parentPort);
