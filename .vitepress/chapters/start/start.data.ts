import { syntheticDefaults } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import { defaultRun } from '../../run/defaults.ts';
import type { RunResult } from '../../run/jobs/model.ts';
import { runStart } from './start.job.ts';

export interface PreparedStart {
  readonly nUsers: number;
  /** One for everybody, one for this person. */
  readonly results: readonly RunResult[];
}

declare const data: PreparedStart;
export { data };

export default {
  load(): PreparedStart {
    const telling = { progress: () => undefined, fresh: true };
    const { results } = runStart({ user: defaultRun.user }, telling);
    return { nUsers: syntheticDefaults.nUsers, results };
  },
} satisfies Loader;
