import { defineConfig } from 'vitest/config';

const tooLong = [
  'without an end',
  'forty thousand times',
  "can't promise",
  '32 factors',
  'never raises the objective',
  'empty cells cost nothing',
  '100 of 100 planted logs',
  'on a board of 60 users',
  'the recall of Random',
];

// The tests that a mutant of code/recsys.ts or of its toolbox has to survive: those that run the source itself, and
// take less than a few seconds. What compiles, compares whole worlds or reads pages is left out.
export default defineConfig({
  test: {
    include: [
      'test/{bad-input,batch,best,checkerboard,columns,contract,data,maths,messages,metrics,oracle,order,sparse,split,splits}.test.ts',
      'test/chapters/*/model.test.ts',
    ],
    // Too long where each step asks whether it is the changed one; shorter tests say the same.
    testNamePattern: new RegExp(`^(?!.*(?:${tooLong.join('|')}))`),
    env: { CONTRACT_RUNS: '30' },
    testTimeout: 60_000,
  },
});
