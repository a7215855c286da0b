// The question of the chapter, and its answer by counting.
import { count, decimal } from '../../kit/numbers.ts';
import { inWords } from '../../kit/inWords.ts';
import { savings, sizesFor, times } from './counted.ts';
import type { RungId } from './counted.ts';
import { defaultRequest } from './defaults.ts';

const words: Readonly<Record<Exclude<RungId, 'cells'>, string>> = {
  ones: 'Skipping the zeros',
  tiles: 'Keeping sums in registers',
  simd: 'Two numbers in one instruction',
  cores: 'A second core',
};

const sizes = sizesFor(defaultRequest);
const all = savings(sizes, defaultRequest.workers);
const best = all.reduce((a, b) => (b.factor > a.factor ? b : a));
const others = all.filter((one) => one !== best).map(({ factor }) => decimal(factor, 1));

export const guessed = {
  question: `Nora’s library has grown to ${count(sizes.users)} readers and ${count(sizes.items)} books, and one cell in ${inWords(
    Math.round((sizes.users * sizes.items) / sizes.ones),
  )} of its table is a one. ALS as it was first written visits every cell. Which step saves most of its work?`,
  answers: all.map(({ rung }) => words[rung as Exclude<RungId, 'cells'>]),
  right: all.indexOf(best),
  finding: `That leaves ${times(best.factor)} fewer instructions, and each of the others ${others.slice(0, -1).join(', ')} and ${others[others.length - 1]} times fewer.`,
};
