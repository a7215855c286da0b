/** Tests that put something else in the place of a module or of what is global: each has a process of its own. */
export const replacing = [
  'test/build/progress.test.ts',
  'test/fast/backend.test.ts',
  'test/kit/useJob.test.ts',
  'test/reader/editor/ownModel.test.ts',
  'test/reader/learning/progress.test.ts',
];

/** The tests that take longest. They begin first. */
export const long = [
  'test/parity.test.ts',
  'test/checkRecommender.test.ts',
  'test/reader/editor/compare.test.ts',
  'test/leaderboard.test.ts',
  'test/contract.test.ts',
  'test/lint.test.ts',
  'test/reader/editor/region.test.ts',
  'test/chapters/leaderboard/tuning.test.ts',
  'test/reader/editor/own.test.ts',
  'test/build/edition/socialPicture.test.ts',
  'test/fingerprint.test.ts',
  'test/book/api.test.ts',
  'test/browser/pages.test.ts',
  'test/browser/learning/exercises.test.ts',
  'test/browser/demos.test.ts',
  'test/browser/faults.test.ts',
];
