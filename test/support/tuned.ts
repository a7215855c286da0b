import type { Tuned } from '../../code/evaluation/tuned.ts';

/** Settings as a search may find them: of two models, so that their number is none that is written elsewhere. */
export const someTuned: Tuned = {
  'item-item-cf': { neighbours: 10, shrink: 10 },
  'implicit-als': { alpha: 1, reg: 10, factors: 8 },
};
