import type { ShikiTransformer } from 'shiki';

/**
 * A Shiki transformer: every line of code is coloured to its end, however long that takes. Left to itself Shiki
 * gives up on a line after half a second, and a busy machine would publish other colours without a word.
 */
export function noTimeLimit(): ShikiTransformer {
  return {
    name: 'no-time-limit',
    preprocess(_code, options) {
      options.tokenizeTimeLimit = 0;
    },
  };
}
