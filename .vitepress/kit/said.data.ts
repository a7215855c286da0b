import type { Loader } from '../build/results/loader.ts';
import { sayAll } from './said.ts';
import type { SaidName } from './said.ts';

declare const data: Readonly<Record<SaidName, string>>;
export { data };

export default {
  reads: ['code/recsys.ts', 'code/toolbox'],
  load: sayAll,
} satisfies Loader;
