// What each chapter asks before its main run, and what the run says to it. Nothing here is a result: the
// right answer and the finding are read from what was measured, beside what the page has printed.
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

export const hits = ({ metrics, nTest }: RunResult): number => Math.round(metrics.recall * nTest);

const closeCall = 3; // hits

/** Falls, stays, rises: the hits of a run beside those that are printed. */
const moved = (run: RunResult, printed: RunResult): number =>
  binOf(hits(run) - hits(printed), [-closeCall, closeCall + 1]);

export const hitsBeside = (run: RunResult, printed: RunResult): string =>
  `It finds the next new choice of ${hits(run)} in ${run.nTest} people; as printed it found ${hits(printed)}.`;

const movedAnswers = ['It falls', `It stays, within ${closeCall} hits`, 'It rises'];

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
