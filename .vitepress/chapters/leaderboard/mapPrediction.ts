import { decimal } from '../../kit/numbers.ts';
import { tooClose } from '../../reader/learning/prediction.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import type { TuneMap } from './tuning.job.ts';

/** What is asked before the map is shown; the people on whom both steps were tried give the answer. */
export const mapPrediction: Prediction<TuneMap> = {
  question:
    'Start from the defaults. Which helps more: less weight for the events, or a stronger pull of the factors towards 0?',
  answers: ['Less weight', 'A stronger pull', tooClose],
  right({ cells, steps }) {
    if (steps.p > 0.05) return 2;
    return cells[steps.stronger].recall.mean > cells[steps.lighter].recall.mean ? 1 : 0;
  },
  finding({ cells, steps, usual, n }) {
    const recall = (place: number): string => decimal(cells[place].recall.mean);
    const told = `The defaults find ${recall(usual)}. With alpha\u00a0${cells[steps.lighter].alpha} alone they find ${recall(steps.lighter)}, with reg\u00a0${cells[steps.stronger].reg} alone ${recall(steps.stronger)}.`;
    if (steps.p > 0.05)
      return `${told} Person by person, these ${n} people cannot tell the two apart.`;
    return `${told} Person by person, so large a gap is more than chance.`;
  },
};
