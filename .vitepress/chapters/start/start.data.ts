import { syntheticDefaults } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { RunResult } from '../../run/protocol.ts';
import { defaultSpec, fitModel, readRun } from '../../run/runModel.ts';

/** A person whose next choice both lists find, at places that differ: the page says so. */
const user = 199;
const ids = ['popularity', 'item-item-cf'] as const;

export interface PreparedStart {
  readonly nUsers: number;
  /** One for everybody, one for this person. */
  readonly results: readonly RunResult[];
}

declare const data: PreparedStart;
export { data };

export default {
  load(): PreparedStart {
    const results = ids.map((id) => {
      const spec = { ...defaultSpec(id), user };
      return { ...readRun(spec, fitModel(spec)), picture: null };
    });
    return { nUsers: syntheticDefaults.nUsers, results };
  },
} satisfies Loader;
