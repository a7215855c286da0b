import { defineLoader } from 'vitepress';
import { makeExample } from '../figures/bpr/example.ts';
import type { BPRExample } from '../figures/bpr/example.ts';

declare const data: BPRExample;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', './paper.ts', '../figures/bpr/*.ts'],
  load: makeExample,
});
