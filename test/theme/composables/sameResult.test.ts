import { expect, test } from 'vitest';
import { differingParts } from '../../../.vitepress/theme/composables/sameResult.ts';

test('two results are the same only if every number has the same bits', () => {
  const printed = { list: [{ item: 3, score: 0.1 + 0.2 }], nTest: 300 };
  const copied: unknown = JSON.parse(JSON.stringify(printed));
  expect(differingParts(printed, copied as object)).toEqual([]);
  expect(differingParts(printed, { list: [{ item: 3, score: 0.3 }], nTest: 300 })).toEqual([
    'list',
  ]);
  expect(differingParts(printed, { nTest: 299 })).toEqual(['list', 'nTest']);
});
