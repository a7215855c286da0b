import type { Loader } from '../../build/results/loader.ts';
import { measureEngine } from './engineMath.ts';
import type { EngineMath } from './engineMath.ts';

declare const data: EngineMath;
export { data };

export default { seconds: 1, load: () => measureEngine() } satisfies Loader;
