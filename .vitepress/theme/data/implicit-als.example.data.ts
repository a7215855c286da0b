import { defineLoader } from 'vitepress';
import { makeExample } from '../figures/implicit-als/example.ts';
import type { ALSExample } from '../figures/implicit-als/example.ts';
import { compareSettings } from '../figures/implicit-als/settings.ts';
import type { Settings } from '../figures/implicit-als/settings.ts';

export interface ALSPage {
  readonly example: ALSExample;
  readonly settings: Settings;
}

declare const data: ALSPage;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', './paper.ts', '../figures/implicit-als/*.ts'],
  load: (): ALSPage => ({ example: makeExample(), settings: compareSettings() }),
});
