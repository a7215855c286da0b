import type { Loader } from '../../build/results/loader.ts';
import { printedBy } from '../../build/results/printed.ts';

declare const data: string;
export { data };

export default {
  reads: ['code', 'docs/snippets'],
  seconds: 1,
  load: () => printedBy('large.ts'),
} satisfies Loader;
