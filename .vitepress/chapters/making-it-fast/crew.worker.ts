// A worker that solves its share of the rows, for whoever has started it.
import { solveShares } from '../../../code/parallel.ts';

solveShares(self);
