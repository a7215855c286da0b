/** What the reader wrote as answers, by exercise, for as long as the visit lasts. */
export const exerciseDrafts = new Map<string, string>();
