// The models in several worlds, on several logs of each. The worker and the data loader call the same lines.
import { usualSetup } from '../../../code/evaluation/laboratory.ts';
import type { LogStandings } from '../../../code/evaluation/laboratory.ts';
import { recommendAll } from '../../../code/evaluation/metrics.ts';
import { entriesWith, onceEach } from '../../../code/evaluation/tuned.ts';
import type { Tuned } from '../../../code/evaluation/tuned.ts';
import { findWorld } from '../../../code/evaluation/worlds.ts';
import { recallAtK } from '../../../code/recsys.ts';
import { metricOfStandings } from '../../kit/metricOfStandings.ts';
import type { BookSplit } from '../../run/defaults.ts';
import { counted, defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { datasetOf } from '../../run/jobs/board.ts';

export interface WorldsSpec {
  /** Names of worlds, the usual one first. */
  readonly worlds: readonly string[];
  /** The logs of the seeds 0 to seeds - 1 of each. */
  readonly seeds: number;
  readonly split: BookSplit;
  readonly k: number;
  /** The settings of the models, the same in every world. */
  readonly tuned: Tuned;
}

/** The recall of each on the logs of one world. */
export interface WorldRows {
  readonly world: string;
  readonly entries: readonly {
    readonly id: string;
    readonly title: string;
    /** On the logs, in the order of their seeds. */
    readonly values: readonly number[];
  }[];
}

/** What was fitted already, where the book has all that take part on the logs of the usual world. */
function rowsOf({ k, tuned }: WorldsSpec, logs: readonly LogStandings[]): WorldRows {
  const all = entriesWith(tuned);
  const entries = onceEach(tuned).map(({ id, title }) => {
    const place = all.findIndex((entry) => entry.id === id);
    const values = logs.map(({ at }) => metricOfStandings('recall', at[place], k));
    return { id, title, values };
  });
  return { world: usualSetup.world, entries };
}

/** The recall of each that takes part, on one log. */
function recallsOn({ split, k, tuned }: WorldsSpec, world: string, seed: number): number[] {
  const data = datasetOf({ data: { ...findWorld(world).recipe, seed }, split });
  return onceEach(tuned).map((entry) =>
    recallAtK(recommendAll(entry.fit(data), data.test, k), data.test, k),
  );
}

/**
 * @param usual the logs of the usual world, where all that take part in the book were fitted already
 * @param onLog hears how many logs are done
 */
export function runWorlds(
  spec: WorldsSpec,
  usual: readonly LogStandings[] = [],
  onLog: (done: number, total: number, world: string) => void = () => undefined,
): readonly WorldRows[] {
  const { worlds, seeds, tuned } = spec;
  let done = 0;
  return worlds.map((world) => {
    if (world === usualSetup.world && usual.length === seeds) return rowsOf(spec, usual);
    const logs = Array.from({ length: seeds }, (_, seed) => {
      onLog(done++, worlds.length * seeds, world);
      return recallsOn(spec, world, seed);
    });
    const entries = onceEach(tuned).map(({ id, title }, n) => {
      return { id, title, values: logs.map((recalls) => recalls[n]) };
    });
    return { world, entries };
  });
}

export const job = defineJob('worlds', (spec: WorldsSpec, { progress }: Telling) =>
  runWorlds(spec, [], (done, total, world) => progress(world, counted(done, total))),
);
