import { defineLoader } from 'vitepress';
import { splitAll } from '../figures/evaluation/split.ts';
import type { AllSplits } from '../figures/evaluation/split.ts';

declare const data: AllSplits;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../figures/evaluation/*.ts'],
  load: splitAll,
});
