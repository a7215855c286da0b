import type { Loader } from '../../build/results/loader.ts';
import type { SeedRow, SeedsSpec } from '../../run/protocol.ts';
import { boardEntries, runSeed } from '../../run/runBoard.ts';

/** The same entries, with the same settings, on logs that differ by their seed alone. */
export interface PreparedSeeds {
  readonly models: readonly { readonly id: string; readonly title: string }[];
  readonly spec: SeedsSpec;
  readonly rows: readonly SeedRow[];
}

declare const data: PreparedSeeds;
export { data };

export default {
  seconds: 6.5,
  load(): PreparedSeeds {
    const spec: SeedsSpec = { split: 'last-new', k: 10, metric: 'recall', seeds: 10 };
    return {
      models: boardEntries.map(({ id, title }) => ({ id, title })),
      spec,
      rows: Array.from({ length: spec.seeds }, (_, seed) => runSeed(spec, seed)),
    };
  },
} satisfies Loader;
