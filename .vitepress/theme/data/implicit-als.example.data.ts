import type { Loader } from '../../build/results/loader.ts';
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

export default {
  seconds: 3,
  load: (): ALSPage => ({ example: makeExample(), settings: compareSettings() }),
} satisfies Loader;
