/** What the pages print: this person's list of this length, on the log of this seed. */
export const defaultRun = { data: { seed: 0 }, user: 108, k: 10 } as const;
