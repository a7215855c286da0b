import { binOf } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';
import type { RunResult } from '../../run/jobs/model.ts';

const hits = ({ found }: RunResult): number => found.length;

export const prediction: MakePrediction = () => ({
  question:
    'We picked another seed, number 6, which draws other lists from the same log. How many hits will it have?',
  answers: ['Exactly as many', 'One more or one less', 'Two or more away'],
  change: { seed: 6 },
  setting: 'seed 6',
  right: (run, printed) => binOf(Math.abs(hits(run) - hits(printed)), [1, 2]),
  finding: (run, printed) =>
    `Seed ${run.spec.options['seed']} has ${hits(run)} hits, seed ${printed.spec.options['seed']} has ${hits(printed)}: nothing but the draw has changed.`,
});
