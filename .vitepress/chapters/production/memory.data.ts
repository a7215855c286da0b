import { ImplicitALS, syntheticDefaults } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import type { Size } from './memory.ts';

/** The library of the book, and how many factors ALS gives to each of its users and items. */
export interface MemoryData extends Size {
  readonly factors: number;
}

declare const data: MemoryData;
export { data };

export default {
  load(): MemoryData {
    const { nUsers, nItems, nInter } = syntheticDefaults;
    return {
      users: nUsers,
      items: nItems,
      events: Math.round(nInter / nUsers),
      factors: ImplicitALS.defaults.factors,
    };
  },
} satisfies Loader;
