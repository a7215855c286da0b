import { ImplicitALS } from '../../../code/recsys.ts';
import type { Loader } from '../../build/results/loader.ts';
import { bookLog } from '../../run/bookLog.ts';
import type { Size } from './memory.ts';

/** The library of the book, and how many factors ALS gives to each of its users and items. */
export interface MemoryData extends Size {
  readonly factors: number;
}

declare const data: MemoryData;
export { data };

export default {
  load(): MemoryData {
    const { interactions, nUsers, nItems } = bookLog();
    return {
      users: nUsers,
      items: nItems,
      events: Math.round(interactions.length / nUsers),
      factors: ImplicitALS.defaults.factors,
    };
  },
} satisfies Loader;
