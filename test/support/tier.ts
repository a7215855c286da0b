// Two tiers of the same tests. `npm test` keeps every kind of proof and takes minutes; `npm run test:full` does
// everything at its full numbers. Files that only the full tier runs are named `*.full.test.ts`.

export const isFull = process.env['BOOK_TIER'] === 'full';

/** `inTier(1, 20)`: one try in `npm test`, twenty in `npm run test:full`. */
export const inTier = <Value>(quick: Value, full: Value): Value => (isFull ? full : quick);
