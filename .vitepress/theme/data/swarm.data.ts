import { defineLoader } from 'vitepress';
import { makeSwarm } from '../figures/random/swarm.ts';
import type { Swarm } from '../figures/random/swarm.ts';
import { kept } from './kept.ts';

declare const data: Swarm;
export { data };

export default defineLoader({
  watch: ['../../../code/*.ts', '../figures/random/*.ts'],
  load: () => kept('swarm', makeSwarm),
});
