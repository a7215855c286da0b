import { defineLoader } from 'vitepress';
import { measureEngine } from '../workers/engineMath.ts';
import type { EngineMath } from '../workers/engineMath.ts';
import { kept } from './kept.ts';

/** What the prose says of the engine that built the page: all but the digits, which only a demo compares. */
export interface EngineData extends Omit<EngineMath, 'lastDigits'> {
  readonly engine: string;
}

declare const data: EngineData;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../workers/*.ts'],
  load(): EngineData {
    const { againstOurs, trained } = kept('engine-math', measureEngine);
    return { engine: `Node ${process.versions.node}`, againstOurs, trained };
  },
});
