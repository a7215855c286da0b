// Draws further seeds for the swarm of the chapter on Random, and tells of a few at a time.
import { syntheticDataset } from '../../../code/models.ts';
import { seedHits } from './swarm.ts';
import type { SeedHits } from './swarm.ts';

export interface SwarmWish {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The hits of seeds that follow those already told. */
export type SwarmNews = readonly SeedHits[];

const few = 10;

addEventListener('message', ({ data: { from, to } }: MessageEvent<SwarmWish>) => {
  const data = syntheticDataset({});
  for (let seed = from; seed < to; seed += few) {
    const many = Math.min(few, to - seed);
    const news: SwarmNews = Array.from({ length: many }, (_, n) => seedHits(data, seed + n));
    postMessage(news);
  }
});
