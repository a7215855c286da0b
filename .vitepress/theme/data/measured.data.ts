import { defineLoader } from 'vitepress';
import { measureAll } from './measure.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', './measure.ts', '../figures/*/picture.ts'],
  load: measureAll,
});
