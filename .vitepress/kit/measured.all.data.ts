import type { Loader } from '../build/results/loader.ts';
import { measureAll } from './measure.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

export default {
  from: ['../chapters/leaderboard/leaderboard.data.ts'],
  seconds: 5,
  load: measureAll,
} satisfies Loader;
