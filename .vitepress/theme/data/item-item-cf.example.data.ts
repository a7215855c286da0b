import { defineLoader } from 'vitepress';
import { makeExample } from '../figures/item-item-cf/example.ts';
import type { ItemItemExample } from '../figures/item-item-cf/example.ts';

declare const data: ItemItemExample;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', './paper.ts', '../figures/item-item-cf/*.ts'],
  load: makeExample,
});
