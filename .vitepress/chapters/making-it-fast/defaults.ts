import type { LadderRequest } from './counted.ts';

/** What the chapter is printed for. */
export const defaultRequest: LadderRequest = { events: 100_000, factors: 32, workers: 2 };
