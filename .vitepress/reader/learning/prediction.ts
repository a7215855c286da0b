// What each chapter asks before its main run, and what the run says to it. Nothing here is a result: the
// right answer and the finding are read from what was measured, beside what the page has printed.
import { signFlip } from '../../../code/evaluation/comparisons.ts';
import type { RunResult } from '../../run/jobs/model.ts';

/** @typeParam Run what a run gives */
export interface Prediction<Run> {
  readonly question: string;
  readonly answers: readonly string[];
  /** The settings that are asked about; without them it is the demo as it is printed. */
  readonly change?: Readonly<Record<string, number>>;
  /** The same in words, after “Try it with”. */
  readonly setting?: string;
  /** The place of the measured answer. */
  readonly right: (run: Run, printed: Run) => number;
  readonly finding: (run: Run, printed: Run) => string;
}

export type ModelPrediction = Prediction<RunResult>;

/**
 * What a model's chapter asks, in `prediction.ts` of its folder.
 * @param chance the expected recall of a random list on the printed log
 */
export type MakePrediction = (chance: number) => ModelPrediction;

/** The place of a value among the limits: 0 below the first. */
export const binOf = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value >= limit).length;

/** The people whose hidden item only one of the two runs finds: only these say which of them is better. */
function foundByOne(run: RunResult, printed: RunResult): { now: number; before: number } {
  const [now, before] = [new Set(run.found), new Set(printed.found)];
  return {
    now: run.found.filter((user) => !before.has(user)).length,
    before: printed.found.filter((user) => !now.has(user)).length,
  };
}

/** Falls, cannot be told, rises: McNemar's exact test of the same people, at 5 %. */
function moved(run: RunResult, printed: RunResult): number {
  const { now, before } = foundByOne(run, printed);
  const p = signFlip([...Array<number>(now).fill(1), ...Array<number>(before).fill(-1)]);
  if (p >= 0.05) return 1;
  return now > before ? 2 : 0;
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export function hitsBeside(run: RunResult, printed: RunResult): string {
  const { now, before } = foundByOne(run, printed);
  const hits = `The lists hold the next new book of ${run.found.length} of the ${run.nTest} people; as printed it was ${printed.found.length}.`;
  if (now + before === 0) return hits;
  return `${hits} ${people(now)} gained by it and ${people(before)} lost.`;
}

export const tooClose = 'Too close to call';

const movedAnswers = ['It falls', tooClose, 'It rises'];

/** A prediction about the recall at other settings. */
export const aboutRecall = (
  question: string,
  setting: string,
  change: Readonly<Record<string, number>>,
): ModelPrediction => ({
  question,
  answers: movedAnswers,
  change,
  setting,
  right: moved,
  finding: hitsBeside,
});

/** The run has the settings that were asked about, on the printed log and at the printed length. */
export function isAsked(
  { change = {} }: Pick<ModelPrediction, 'change'>,
  { spec }: RunResult,
  printed: RunResult,
): boolean {
  const wanted: Readonly<Record<string, number>> = { ...printed.spec.options, ...change };
  return (
    spec.k === printed.spec.k &&
    JSON.stringify(spec.data) === JSON.stringify(printed.spec.data) &&
    Object.entries(wanted).every(([name, value]) => spec.options[name] === value)
  );
}
