// The steps of the chapter, run in the worker; the last of them starts workers of its own.
import type { CrewWorker } from '../../../code/parallel.ts';
import { counted, defineJob } from '../../run/job.ts';
import type { Telling } from '../../run/job.ts';
import { measureCeiling } from './ceiling.ts';
import { rungIds } from './counted.ts';
import type { LadderRequest } from './counted.ts';
import crew from './crew.worker.ts?worker-chunk';
import { runLadder } from './ladder.ts';
import type { LadderAnswer, Ran } from './ladder.ts';

const startOne = (): CrewWorker =>
  new Worker(new URL(crew, self.location.href), { type: 'module' }) as CrewWorker;

export const job = defineJob(
  'ladder',
  async (request: LadderRequest, { progress, part }: Telling<Ran>): Promise<LadderAnswer> => {
    let done = 0;
    // Whoever says nothing for long is taken for dead.
    const alive = (): void => progress('ladder', counted(done, rungIds.length + 1));
    alive();
    const tell = (one: Ran): void => {
      part(one);
      done++;
      alive();
    };
    const ran = await runLadder(request, startOne, tell, alive);
    return { ran, ceiling: measureCeiling() };
  },
);
