import { syntheticDefaults } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { RunResult } from '../../run/jobs/model.ts';
import { runStart } from './start.job.ts';

/** A person whose next choice both lists find, at places that differ: the page says so. */
const user = 199;

export interface PreparedStart {
  readonly nUsers: number;
  /** One for everybody, one for this person. */
  readonly results: readonly RunResult[];
}

declare const data: PreparedStart;
export { data };

export default {
  load(): PreparedStart {
    const { results } = runStart({ user }, { progress: () => undefined, fresh: true });
    return { nUsers: syntheticDefaults.nUsers, results };
  },
} satisfies Loader;
