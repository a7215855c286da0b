import type { Loader } from '../../build/results/loader.ts';
import { measureEngine } from '../workers/engineMath.ts';
import type { EngineMath } from '../workers/engineMath.ts';

declare const data: EngineMath;
export { data };

export default { seconds: 1, load: measureEngine } satisfies Loader;
