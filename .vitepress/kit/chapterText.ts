/** What a chapter says of itself, in `chapter.ts` of its folder. Its place is in the order of `chapters.ts`. */
export interface ChapterText {
  /** The slug that joins page, folder, region, catalogue entry and tests. */
  readonly id: string;
  readonly title: string;
  /** The question the chapter answers, in one sentence. */
  readonly question: string;
  /** What the reader will measure, as the end of "Measured here: ...". */
  readonly measured?: string;
  /** One line for the contents. */
  readonly line: string;
  /** How many exercises its page has: `bpr-1`, `bpr-2` ... A test compares it with the page. */
  readonly exercises?: number;
}
