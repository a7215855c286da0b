import type { Loader } from '../../build/results/loader.ts';
import { makeSwarm } from './swarm.ts';
import type { Swarm } from './swarm.ts';

declare const data: Swarm;
export { data };

export default {
  load: makeSwarm,
} satisfies Loader;
