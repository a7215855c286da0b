import { styleOf } from '../../kit/modelStyle.ts';
import { decimal } from '../../kit/numbers.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import type { Board } from '../../run/jobs/board.ts';

/** By the metric that is shown. */
export function winnerOf({ rows, spec }: Board): Board['rows'][number] {
  const value = (row: Board['rows'][number]): number => row.metrics[spec.metric].mean;
  return rows.reduce((best, row) => (value(row) > value(best) ? row : best));
}

const kinds: readonly string[] = ['content', 'neighbours', 'factors'];

export const boardPrediction = (titles: ReadonlyMap<string, string>): Prediction<Board> => ({
  question: 'Which model comes first?',
  answers: [
    'The one that knows the genre of every item',
    'One that counts which items share users',
    'One that learns hidden factors',
    'None of these',
  ],
  right: (board) => {
    const kind = kinds.indexOf(styleOf(winnerOf(board).id).family);
    return kind < 0 ? kinds.length : kind;
  },
  finding: (board) => {
    const { metric } = board.spec;
    const first = winnerOf(board);
    const value = (row: Board['rows'][number]): number => row.metrics[metric].mean;
    const others = board.rows.filter((row) => row !== first);
    const second = others.reduce((best, row) => (value(row) > value(best) ? row : best));
    const title = ({ id }: { id: string }): string => titles.get(id) ?? id;
    return `${title(first)} leads with ${decimal(value(first))}, ${decimal(value(first) - value(second))} ahead of ${title(second)}.`;
  },
});
