import { Random } from '../../../code/recsys.ts';
import { paperLog } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import { hitChance } from '../../kit/chance.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

/** Person 2's list, before and after somebody else has asked. */
function isSameAfterwards(): boolean {
  const model = new Random({ seed: 1 }).fit(paperLog, people.length, books.length);
  const before = model.recommend(2, 2);
  model.recommend(3, 2);
  return model.recommend(2, 2).join() === before.join();
}

export const exercises: Readonly<Record<string, Exercise>> = {
  'random-1': {
    kind: 'number',
    label: 'Times',
    expected: () => hitChance(20, 100) / hitChance(10, 100),
    tolerance: 0.01,
    digits: 0,
    says: 'each chance is k / n, a straight line through 0, until a list is as long as what is left.',
    mistakes: [
      { value: () => 1, says: 'A longer list holds more: each further place is another chance.' },
      { value: () => 4, says: 'Each chance is k / n: k stands there once, not squared.' },
    ],
  },
  'random-2': {
    kind: 'choice',
    label: 'What they did',
    answers: [
      'They drew with another seed',
      'They left in what people have had already',
      'They counted some people twice',
    ],
    right: () => 1,
    says: 'The list is then drawn from the whole catalogue, and the chance is k over all of its items.',
    wrong: {
      0: 'Another seed moves the measured value, and not the expected one, which is what they report.',
      2: 'Nobody’s chance would change by that, and the mean hardly.',
    },
  },
  'random-3': {
    kind: 'choice',
    label: 'The second list of person 5',
    answers: ['It is the same', 'It is another one', 'Only its first places are the same'],
    right: () => (isSameAfterwards() ? 0 : 1),
    says: 'The stream begins anew at each call, and its name holds all that it depends on.',
    wrong: {
      1: 'That would be so with one stream for everybody. Look at what names the stream in scores.',
      2: 'A stream gives the same draws from its beginning to its end.',
    },
  },
  'random-4': {
    kind: 'code',
    name: 'expectedRecall',
    start: `/** The recall@k that chance reaches, by what each has unseen. */
export function expectedRecall(
  unseen: number[],
  k: number,
): number {
  return 0;
}
`,
    says: 'Each person has a chance of their own, and recall is the mean of all of them.',
  },
};
