/**
 * What this book hides of everyone, in every result that it prints: their last new item. The models see
 * what came before it. Other rules are shown where they are the subject: in the section on splits and in the
 * laboratory. The module's own default, the last event, stays what it was.
 */
export const bookSplit = 'last-new';
export type BookSplit = typeof bookSplit;

/**
 * Whom the reader meets on the first page, and in every chapter after it. Some models find her next book and
 * others miss it, so there is something to tell of each.
 */
export const nora = { user: 108, name: 'Nora' } as const;

/** What the pages print: her list, of this length, on the log of this seed. */
export const defaultRun = {
  data: { seed: 0 },
  split: bookSplit,
  user: nora.user,
  k: 10,
} as const;
