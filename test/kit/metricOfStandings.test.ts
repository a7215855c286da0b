import { expect, test } from 'vitest';
import { leaderboard, metricNames } from '../../code/evaluation/leaderboard.ts';
import { standings } from '../../code/evaluation/standings.ts';
import { models, syntheticDataset } from '../../code/models.ts';
import { metricOfStandings } from '../../.vitepress/kit/metricOfStandings.ts';

test.each(['last', 'last-new'] as const)(
  'standings give every metric bit for bit what the lists give it, held out: %s',
  (holdOut) => {
    const data = syntheticDataset({ nUsers: 60, nInter: 2000, seed: 3 }, { holdOut });
    const rows = leaderboard(data, { k: 7, samples: 1 });
    models.forEach((entry, n) => {
      const at = standings(entry.fit(data), data);
      for (const name of metricNames) {
        expect(metricOfStandings(name, at, 7), `${entry.id} ${name}`).toBe(
          rows[n].metrics[name].mean,
        );
      }
    });
  },
);
