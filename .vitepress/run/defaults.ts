/**
 * What this book hides of everyone, in every result that it prints: their last new item. The models see
 * what came before it. Other rules are shown where they are the subject: in the section on splits and in the
 * laboratory. The module's own default, the last event, stays what it was.
 */
export const bookSplit = 'last-new';
export type BookSplit = typeof bookSplit;

/** What the pages print: this person's list of this length, on the log of this seed. */
export const defaultRun = { data: { seed: 0 }, split: bookSplit, user: 108, k: 10 } as const;
