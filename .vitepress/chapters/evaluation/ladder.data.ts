import type { Loader } from '../../build/results/loader.ts';
import { ladderOf } from './ladder.ts';

export interface PrintedLadder {
  readonly k: number;
  readonly ladder: ReturnType<typeof ladderOf>;
}

declare const data: PrintedLadder;
export { data };

export default {
  load: (): PrintedLadder => ({ k: 10, ladder: ladderOf(10) }),
} satisfies Loader;
