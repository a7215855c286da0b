import type { Loader } from '../../build/results/loader.ts';
import { prepareRun } from '../../run/prepare.ts';
import type { PreparedRun } from '../../run/prepare.ts';

declare const data: PreparedRun;
export { data };

export default {
  load: () => prepareRun('template'),
} satisfies Loader;
