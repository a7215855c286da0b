// Leaderboards of the laboratory. Most switches need no new fit: where every test item stands is kept
// for each log, and read in another way. The worker and the data loader call the same lines.
import { fitLog, readLogs, usualSetup } from '../../../code/evaluation/laboratory.ts';
import type { LabRow, LogStandings, Setup } from '../../../code/evaluation/laboratory.ts';
import { entriesWith } from '../../../code/evaluation/tuned.ts';
import { counted, defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';

/** One leaderboard of the laboratory, with what its split tells of the users. */
export interface LabResult {
  readonly setup: Setup;
  readonly rows: readonly LabRow[];
  /** Means over the logs. */
  readonly n: number;
  readonly unreachable: number;
  readonly cold: number;
  readonly leak: number;
}

/** How far the fits are: `done` of `total`. */
export type OnFit = (done: number, total: number, id: string) => void;

/**
 * Runs setups, and remembers what it fitted.
 * @param usual what was fitted in the usual setup already, on the logs of the seeds 0, 1, 2 ...
 */
export function makeLab(
  usual: readonly LogStandings[] = [],
): (setups: readonly Setup[], onFit?: OnFit) => LabResult[] {
  const keyOf = ({ split, world, users }: Setup, seed: number): string =>
    `${split} ${world} ${users} ${seed}`;
  const known = new Map(usual.map((log, seed) => [keyOf(usualSetup, seed), log]));

  return (setups, onFit = () => undefined) => {
    const logsOf = (setup: Setup) =>
      Array.from({ length: setup.seeds }, (_, seed) => ({ setup, seed, key: keyOf(setup, seed) }));
    const wanted = setups.flatMap(logsOf).filter(({ key }) => !known.has(key));
    const unknown = new Map(wanted.map((log) => [log.key, log]));
    let done = 0;
    for (const { setup, seed, key } of unknown.values()) {
      const fits = entriesWith(setup.tuned).length;
      const told = (id: string): void => onFit(done++, unknown.size * fits, id);
      known.set(key, fitLog(setup, seed, told));
    }
    return setups.map((setup) => {
      const logs = logsOf(setup).flatMap(({ key }) => known.get(key) ?? []);
      const mean = (of: (log: LogStandings) => number): number =>
        logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
      return {
        setup,
        rows: readLogs(logs, setup),
        n: mean((log) => log.n),
        unreachable: mean((log) => log.unreachable),
        cold: mean((log) => log.cold),
        leak: mean((log) => log.leak),
      };
    });
  };
}

let lab = makeLab();

/** All setups at once: what is known of one may serve the next. */
export const job = defineJob(
  'lab',
  (setups: readonly Setup[], { progress, fresh }: Telling): readonly LabResult[] => {
    if (fresh) lab = makeLab();
    return lab(setups, (done, total, id) => progress(id, counted(done, total)));
  },
);
