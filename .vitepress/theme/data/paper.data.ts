import { defineLoader } from 'vitepress';
import { workAll } from './paper.ts';
import type { Worked } from './paper.ts';

declare const data: Worked;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', './paper.ts'],
  load: workAll,
});
