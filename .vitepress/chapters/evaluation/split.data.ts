import { leakOf } from '../../../code/evaluation/laboratory.ts';
import { syntheticDataset } from '../../../code/models.ts';
import { makeSynthetic } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import { splitAll } from './split.ts';
import type { AllSplits } from './split.ts';

export interface SplitData extends AllSplits {
  /** In the log of the book, with the last event of each held out. */
  readonly leakOfBook: number;
}

declare const data: SplitData;
export { data };

export default {
  load(): SplitData {
    const { train, test } = syntheticDataset();
    return { ...splitAll(), leakOfBook: leakOf(train, test, makeSynthetic().interactions) };
  },
} satisfies Loader;
