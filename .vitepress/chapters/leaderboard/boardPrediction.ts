import { styleOf } from '../../kit/modelStyle.ts';
import { decimal } from '../../kit/numbers.ts';
import { tooClose } from '../../reader/learning/prediction.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import type { Board } from '../../run/jobs/board.ts';
import { leaderOf, listed, tiedWith } from './boardView.ts';
import type { Titles } from './boardView.ts';

const kinds: readonly string[] = ['content', 'neighbours', 'factors'];
const familyOf = (id: string): string => styleOf(id).family;

/** Those of another family that the test users cannot tell from the leader. */
function rivalsOf(board: Board): string[] {
  const { id } = leaderOf(board);
  return tiedWith(board.pairs, id).filter((other) => familyOf(other) !== familyOf(id));
}

export const boardPrediction = (titles: Titles): Prediction<Board> => ({
  question: 'Which kind of model comes first?',
  answers: [
    'One that knows the genre of every item',
    'One that counts which items share users',
    'One that learns hidden factors',
    'None of these',
    tooClose,
  ],
  right(board) {
    if (rivalsOf(board).length > 0) return kinds.length + 1;
    const kind = kinds.indexOf(familyOf(leaderOf(board).id));
    return kind < 0 ? kinds.length : kind;
  },
  finding(board) {
    const first = leaderOf(board);
    const title = (id: string): string => titles.get(id) ?? id;
    const lead = `${title(first.id)} leads with ${decimal(first.metrics[board.spec.metric].mean)}`;
    const rivals = rivalsOf(board);
    if (rivals.length === 0) return `${lead}, and no model of another kind ties with it.`;
    return `${lead}, but these people can’t tell it from ${listed(rivals.map(title))}.`;
  },
});
