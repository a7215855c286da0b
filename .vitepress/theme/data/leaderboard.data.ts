import { defineLoader } from 'vitepress';
import { syntheticDataset } from '../../../code/models.ts';
import type { Board } from '../workers/protocol.ts';
import { runBoard } from '../workers/runBoard.ts';
import { allFacts } from './prepare.ts';
import type { ModelFacts } from './prepare.ts';

export interface PreparedBoard {
  readonly models: readonly Pick<ModelFacts, 'id' | 'title' | 'curve'>[];
  readonly board: Board;
}

declare const data: PreparedBoard;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../workers/*.ts'],
  load(): PreparedBoard {
    const spec = { seed: 0 };
    return {
      models: allFacts().map(({ id, title, curve }) => ({ id, title, curve })),
      board: runBoard(spec, syntheticDataset(spec), { k: 10 }),
    };
  },
});
