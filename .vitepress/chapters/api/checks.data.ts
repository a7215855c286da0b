import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { recommenderChecks } from '../../../code/checks/checkRecommender.ts';
import type { Loader } from '../../build/results/loader.ts';
import { readApi } from './readApi.ts';

export interface ChecksData {
  /** The checks by group, in the order in which they run. */
  readonly groups: readonly {
    readonly title: string;
    readonly checks: readonly { readonly name: string; readonly sentence: string }[];
  }[];
  readonly options: readonly { readonly name: string; readonly says: string }[];
  /** What snippets print. */
  readonly printed: { readonly own: string; readonly bpr: string; readonly large: string };
}

declare const data: ChecksData;
export { data };

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export default {
  from: ['./checkOwn.data.ts', './checkBpr.data.ts', './large.data.ts'],
  reads: ['code'],
  seconds: 1,
  load(own: string, bpr: string, large: string): ChecksData {
    const titles = Array.from(new Set(recommenderChecks.map(({ group }) => group)));
    const groups = titles.map((title) => ({
      title,
      checks: recommenderChecks
        .filter(({ group }) => group === title)
        .map(({ name, sentence }) => ({ name, sentence })),
    }));
    const entries = readApi(root, 'code/checks/checkRecommender.ts');
    const options = entries.find(({ name }) => name === 'CheckOptions')?.members ?? [];
    return {
      groups,
      options: options.map(({ name, says }) => ({ name, says })),
      printed: { own, bpr, large },
    };
  },
} satisfies Loader;
