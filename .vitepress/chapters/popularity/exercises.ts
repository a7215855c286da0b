import { buildMatrix, Popularity, recallAtK, rowOf, transpose } from '../../../code/recsys.ts';
import { paperLog, paperTruth } from '../../kit/paper.ts';
import { books, people } from '../../kit/paperNames.ts';
import type { Exercise } from '../../reader/learning/exercise.ts';

const sizes = [people.length, books.length] as const;
/** Ada takes book A once more. */
const again = [...paperLog, [0, 0, 12] as const];

export const exercises: Readonly<Record<string, Exercise>> = {
  'popularity-1': {
    kind: 'choice',
    label: 'Person 21',
    answers: [
      'has the more unusual taste',
      'has had more of the head already',
      'has had no book yet',
    ],
    right: () => 1,
    says: 'The model strikes out what they know and moves down. It did not understand them.',
    wrong: {
      0: 'The model knows nothing of tastes: everybody gets the same order.',
      2: 'Who has had nothing gets the head itself, since nothing is struck out.',
    },
  },
  'popularity-2': {
    kind: 'number',
    label: 'Count of A',
    expected: () => rowOf(transpose(buildMatrix(again, ...sizes)), 0).length,
    tolerance: 0,
    digits: 0,
    says: 'Ada is one person, however often she comes back.',
    mistakes: [
      {
        value: () => new Popularity().fit(again, ...sizes).scores(0)[0],
        says: 'That counts the events: Ada’s second time is in there. Count people.',
      },
      { value: () => 1, says: 'Count all the people who took A, not only Ada.' },
    ],
  },
  'popularity-3': {
    kind: 'number',
    label: 'Recall@1',
    expected: () => {
      const model = new Popularity().fit(paperLog, ...sizes);
      const lists = new Map([...paperTruth.keys()].map((user) => [user, model.recommend(user, 1)]));
      return recallAtK(lists, paperTruth, 1);
    },
    tolerance: 0.005,
    digits: 2,
    says: 'Ada’s and Cyd’s. Ben and Dan took E, which nobody has had, so it comes last.',
    mistakes: [
      {
        value: () => 0.8,
        says: 'That is the recall of lists of two. Here the list has one place.',
      },
      { value: () => 2, says: 'That is how many people. Which share of the five is it?' },
      {
        value: () => 0,
        says: 'What a person has is struck out first: look at what is then on top.',
      },
    ],
  },
  'popularity-4': {
    kind: 'code',
    name: 'popular',
    start: `/** The k most taken unseen items; ties go to the lower one. */
export function popular(
  events: number[],
  nItems: number,
  seen: number[],
  k: number,
): number[] {
  return [];
}
`,
    says: 'That is the whole model. The class in the book adds the checks of what it is given.',
  },
};
