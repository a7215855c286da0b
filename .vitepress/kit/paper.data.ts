import type { Loader } from '../build/results/loader.ts';
import { workAll } from './paper.ts';
import type { Worked } from './paper.ts';

declare const data: Worked;
export { data };

export default {
  load: workAll,
} satisfies Loader;
