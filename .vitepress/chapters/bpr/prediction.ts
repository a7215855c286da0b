import { percent } from '../../kit/numbers.ts';
import { hitsBeside, aboutRecall } from '../../reader/learning/prediction.ts';
import type { MakePrediction } from '../../reader/learning/prediction.ts';
import type { RunResult } from '../../run/jobs/model.ts';

/** What is asked about. */
export const trebled = { lr: 0.15 } as const;

export const prediction: MakePrediction = () => ({
  ...aboutRecall(
    'Treble the learning rate. The curve climbs sooner; what does the recall do?',
    'lr 0.15',
    trebled,
  ),
  finding: (run, printed) => {
    const inOrder = (of: RunResult): string => percent(of.curve[0]?.value ?? 0);
    return `After one epoch ${inOrder(run)} of the triples were in order, not ${inOrder(printed)}. ${hitsBeside(run, printed)}`;
  },
});
