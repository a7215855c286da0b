import { defineLoader } from 'vitepress';
import { prepareRun } from './prepare.ts';
import type { PreparedRun } from './prepare.ts';

declare const data: PreparedRun;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../workers/*.ts', '../figures/content-based/*.ts'],
  load: () => prepareRun('content-based'),
});
