import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';
import { Template } from './model.ts';

export const exercises: Readonly<Record<string, Exercise>> = {
  'template-1': {
    kind: 'number',
    label: 'Score of A',
    expected: () => new Template().fit(paperLog, people.length, books.length).scores(0)[0],
    tolerance: 0,
    digits: 0,
    says: 'Say what the right answer teaches.',
  },
  'template-2': {
    kind: 'code',
    name: 'scoreOf',
    start: `/** The score of an item that n people have. */
export function scoreOf(n: number, most: number): number {
  return n;
}
`,
    says: 'Say what the reader has built.',
  },
};
