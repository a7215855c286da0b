import { leakOf } from '../../../code/evaluation/laboratory.ts';
import { makeSynthetic } from '../../../code/recsys.ts';
import { bookLog } from '../../run/bookLog.ts';
import type { Loader } from '../../build/results/loader.ts';
import { splitAll } from './split.ts';
import type { AllSplits } from './split.ts';

export interface SplitData extends AllSplits {
  /** In the log of the book, as the book splits it. */
  readonly leakOfBook: number;
}

declare const data: SplitData;
export { data };

export default {
  load(): SplitData {
    const { train, test } = bookLog();
    return { ...splitAll(), leakOfBook: leakOf(train, test, makeSynthetic().interactions) };
  },
} satisfies Loader;
