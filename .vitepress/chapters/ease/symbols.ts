import type { BookSymbol } from '../../symbols.ts';

/** The letters of the chapter's equations, their names in the code, and what both mean. */
export const symbols: readonly BookSymbol[] = [
  {
    id: 'R',
    tex: 'R',
    math: ['R'],
    code: ['R'],
    notes: ['R'],
    means: 'the matrix of the log [users × items]: 1 where the user has the item',
  },
  {
    id: 'B',
    tex: 'B',
    math: ['B'],
    code: ['B', 'weights'],
    notes: ['B'],
    means: 'the weights [items × items]: row i, column j is what having i says of wanting j',
  },
  {
    id: 'P',
    tex: 'P',
    math: ['P'],
    code: ['P'],
    notes: ['P'],
    only: ['ease', 'ease-solve'],
    means: 'the inverse of the counted pairs, with l2 on their diagonal [items × items]',
  },
  {
    id: 'l2',
    tex: '\\mathrm{l2}',
    math: ['l2'],
    code: ['l2'],
    notes: ['l2'],
    means: 'what a large weight costs',
  },
  {
    id: 'i',
    tex: 'i',
    math: ['i'],
    code: ['i'],
    only: ['ease', 'ease-solve'],
    means: 'an item that the user has',
  },
  {
    id: 'j',
    tex: 'j',
    math: ['j'],
    code: ['j', 'item'],
    only: ['ease', 'ease-solve'],
    means: 'the item that is foretold',
  },
];
