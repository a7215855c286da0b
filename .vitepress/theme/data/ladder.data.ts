import { defineLoader } from 'vitepress';
import { ladderOf } from '../figures/ladder.ts';

export interface PrintedLadder {
  readonly k: number;
  readonly ladder: ReturnType<typeof ladderOf>;
}

declare const data: PrintedLadder;
export { data };

export default defineLoader({
  watch: ['../../../code/recsys.ts', '../figures/ladder.ts'],
  load: (): PrintedLadder => ({ k: 10, ladder: ladderOf(10) }),
});
