import type { Loader } from '../../build/results/loader.ts';
import { makeSwarm } from '../figures/random/swarm.ts';
import type { Swarm } from '../figures/random/swarm.ts';

declare const data: Swarm;
export { data };

export default {
  load: makeSwarm,
} satisfies Loader;
