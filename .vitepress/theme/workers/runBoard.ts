// One leaderboard, from a log to its rows. The worker calls it in the browser and the data loader at
// build time, so the printed table and the live one come from the same lines.
import { leaderboard } from '../../../code/leaderboard.ts';
import type { LeaderboardOptions } from '../../../code/leaderboard.ts';
import type { Dataset } from '../../../code/models.ts';
import type { SyntheticOptions } from '../../../code/recsys.ts';
import type { Board } from './protocol.ts';

/** How many test users have not already seen what was held out from them. */
function countReachable({ train, test }: Dataset): number {
  const seen = new Set(train.filter(([u, i]) => test.get(u) === i).map(([u]) => u));
  return test.size - seen.size;
}

export function runBoard(
  spec: SyntheticOptions,
  dataset: Dataset,
  options: LeaderboardOptions & { readonly k: number },
): Board {
  const rows = leaderboard(dataset, options);
  const { size } = dataset.test;
  return { data: spec, k: options.k, rows, nTest: size, reachable: countReachable(dataset) };
}
