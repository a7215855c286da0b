import type { Loader } from '../build/results/loader.ts';
import { measureAll } from './measure.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

export default { seconds: 3, load: measureAll } satisfies Loader;
