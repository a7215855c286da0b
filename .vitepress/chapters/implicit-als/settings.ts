// What the defaults cost on clicks: the same model with two settings, on several logs.
import { recommendAll } from '../../../code/evaluation/leaderboard.ts';
import { findModel } from '../../../code/models.ts';
import type { Options } from '../../../code/models.ts';
import { recallAtK } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import { rounded } from '../../kit/rounded.ts';

export const settings: readonly {
  readonly name: string;
  readonly id: string;
  readonly options: Options;
}[] = [
  { name: 'Popularity', id: 'popularity', options: {} },
  { name: 'alpha 40, reg 0.1, 32 factors (defaults)', id: 'implicit-als', options: {} },
  { name: 'alpha 40, reg 0.1, 8 factors', id: 'implicit-als', options: { factors: 8 } },
  { name: 'alpha 1, reg 10, 32 factors', id: 'implicit-als', options: { alpha: 1, reg: 10 } },
  {
    name: 'alpha 1, reg 10, 8 factors',
    id: 'implicit-als',
    options: { alpha: 1, reg: 10, factors: 8 },
  },
];

export interface Settings {
  readonly logs: number;
  /** Mean recall at 10 over the logs, least and most. */
  readonly rows: readonly {
    readonly name: string;
    readonly mean: number;
    readonly least: number;
    readonly most: number;
  }[];
}

export function compareSettings(logs = 5): Settings {
  const data = Array.from({ length: logs }, (_, seed) => bookLog({ seed }));
  const rows = settings.map(({ name, id, options }) => {
    const recalls = data.map((log) => {
      const model = findModel(id).fit(log, options);
      return recallAtK(recommendAll(model, log.test, 10), log.test, 10);
    });
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / logs;
    return {
      name,
      mean: rounded(mean),
      least: rounded(Math.min(...recalls)),
      most: rounded(Math.max(...recalls)),
    };
  });
  return { logs, rows };
}
