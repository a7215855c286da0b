import { defineLoader } from 'vitepress';
import { models } from '../../../code/models.ts';
import type { ModelEntry } from '../../../code/models.ts';
import { makeErrorBands } from '../figures/exp/picture.ts';
import type { ErrorBand } from '../figures/exp/picture.ts';
import { measureEngine } from '../workers/engineMath.ts';
import type { EngineMath } from '../workers/engineMath.ts';
import { fingerprint } from '../workers/fingerprint.ts';
import type { Fingerprint } from '../workers/fingerprint.ts';
import { kept } from './kept.ts';

export interface ExpData {
  /** Who computed all this at build time: "Node 20.20.2". */
  readonly engine: string;
  readonly titles: readonly Pick<ModelEntry, 'id' | 'title'>[];
  readonly fingerprint: Fingerprint;
  readonly math: EngineMath;
  readonly bands: readonly ErrorBand[];
}

declare const data: ExpData;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../workers/*.ts', '../figures/exp/*.ts'],
  load: (): ExpData => ({
    engine: `Node ${process.versions.node}`,
    titles: models.map(({ id, title }) => ({ id, title })),
    fingerprint: fingerprint(),
    math: kept('engine-math', measureEngine),
    bands: makeErrorBands(),
  }),
});
