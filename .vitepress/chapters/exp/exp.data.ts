import type { Loader } from '../../build/results/loader.ts';
import { makeErrorBands } from './bands.ts';
import type { ErrorBand } from './bands.ts';
import type { EngineMath } from './engineMath.ts';
import type { Fingerprint } from '../../run/fingerprint.ts';

export interface ExpData {
  /** Who computed all this at build time: "Node 20.20.2". */
  readonly engine: string;
  readonly fingerprint: Fingerprint;
  readonly math: EngineMath;
  readonly bands: readonly ErrorBand[];
}

declare const data: ExpData;
export { data };

export default {
  from: ['./fingerprint.data.ts', './math.data.ts'],
  load: ({ parts, digest }: Fingerprint, math: EngineMath): ExpData => ({
    engine: `Node ${process.versions.node}`,
    fingerprint: { parts, digest },
    math,
    bands: makeErrorBands(),
  }),
} satisfies Loader;
