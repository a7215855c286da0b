import type { Loader } from '../../build/results/loader.ts';
import type { EngineMath } from './engineMath.ts';

/** What the prose says of the engine that built the page: all but the digits, which only a demo compares. */
export interface EngineData extends Omit<EngineMath, 'lastDigits'> {
  readonly engine: string;
}

declare const data: EngineData;
export { data };

export default {
  from: ['./math.data.ts'],
  load({ againstOurs, trained }: EngineMath): EngineData {
    return { engine: `Node ${process.versions.node}`, againstOurs, trained };
  },
} satisfies Loader;
