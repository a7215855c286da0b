import { defineConfig } from 'vitest/config';

// The tests that a mutant of code/recsys.ts has to survive: those that run the source itself, and
// take less than a few seconds. What compiles, compares whole worlds or reads pages is left out.
export default defineConfig({
  test: {
    include: [
      'test/{bad-input,checkerboard,contract,data,maths,metrics,oracle,sparse,split}.test.ts',
      'test/models/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
