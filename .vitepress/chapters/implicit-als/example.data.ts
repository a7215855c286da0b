import type { Loader } from '../../build/results/loader.ts';
import { makeExample } from './example.ts';
import type { ALSExample } from './example.ts';
import { compareSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export interface ALSPage {
  readonly example: ALSExample;
  readonly settings: Settings;
}

declare const data: ALSPage;
export { data };

export default {
  seconds: 3,
  load: (): ALSPage => ({ example: makeExample(), settings: compareSettings() }),
} satisfies Loader;
