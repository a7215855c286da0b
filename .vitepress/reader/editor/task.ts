// What to run with a changed region: what the page's own demo shows at this moment.
import { isModelId } from '../../kit/modelStyle.ts';
import { defaultRun } from '../../run/defaults.ts';
import type { BoardSpec } from '../../run/jobs/board.ts';
import type { RunSpec } from '../../run/jobs/model.ts';
import type { PrintedRace } from './printedRace.data.ts';
import type { Task } from '../../run/isolated/protocol.ts';

/** The leaderboard as its page shows it first, without what was tuned. */
const defaultBoard: BoardSpec = {
  data: defaultRun.data,
  split: defaultRun.split,
  k: defaultRun.k,
  metric: 'recall',
  tuned: {},
};

/** A model of the reader's own enters the race that the book prints. */
export const taskForOwn = ({ spec, rows }: PrintedRace): Task => ({
  kind: 'own',
  spec,
  printed: rows,
});

export function taskFor(region: string): Task {
  const demo = document.querySelector<HTMLElement>('main [data-run]')?.dataset['run'];
  if (demo) return { kind: 'model', spec: JSON.parse(demo) as RunSpec };
  const board = document.querySelector<HTMLElement>('main [data-board]')?.dataset['board'];
  if (board) return { kind: 'board', spec: JSON.parse(board) as BoardSpec };
  if (isModelId(region)) return { kind: 'model', spec: { id: region, options: {}, ...defaultRun } };
  return { kind: 'board', spec: defaultBoard };
}
