// The questions of the chapter, and their answers by counting.
import { inSeries } from '../../kit/inSeries.ts';
import { inWords } from '../../kit/inWords.ts';
import { count, decimal } from '../../kit/numbers.ts';
import { instructions, operations, savings, sizesFor } from './counted.ts';
import { defaultRequest } from './defaults.ts';
import { growths, sizesAt, smallest } from './growthSizes.ts';

/** The place of the answer that is nearest, each to the next as one to three or to two. */
const nearestOf = (answers: readonly number[], value: number): number =>
  answers
    .map((answer, n) => ({ n, far: Math.abs(Math.log(answer / value)) }))
    .reduce((a, b) => (b.far < a.far ? b : a)).n;

const sizes = sizesFor(defaultRequest);
const { workers } = defaultRequest;
const saved = savings(sizes, workers).map(({ factor }) => factor);
const all = instructions('cells', sizes, workers) / instructions('cores', sizes, workers);
const others = inSeries(saved.slice(1).map((factor) => decimal(factor, 1).replace('.0', '')));
const parts = [3, 10, 30, 100, 1000];

/** What all steps leave, together. */
export const guessed = {
  question: `Nora’s library has grown to ${count(sizes.users)} readers and ${count(sizes.items)} books, and one cell in ${inWords(
    Math.round((sizes.users * sizes.items) / sizes.ones),
  )} of its table is a one. ALS as it was first written visits every cell. Skip the zeros, keep the sums at hand, take two numbers at a time, and use both cores: what part of the instructions is left for each core?`,
  answers: parts.map((part) => `About one in ${count(part)}`),
  right: nearestOf(parts, all),
  finding: `It is one in ${count(all)}. Skipping the zeros alone leaves one in ${decimal(saved[0], 0)}; the three other steps divide what is left by ${others}.`,
};

const most = growths[growths.length - 1];
const grown = operations(sizesAt('factors', most)) / operations(smallest);
/** As the factors, as their square, as their third power; and one between the last two, which is where it comes out. */
const works = [most, most ** 2, 2 * most ** 2, most ** 3];

/** What more factors cost. */
export const grows = {
  question: `With ${smallest.factors} factors an iteration takes its time. Now there are ${inWords(most)} times as many factors. How much work is it?`,
  answers: works.map((work) => `About ${count(work)} times`),
  right: nearestOf(works, grown),
  finding: `It is ${count(grown)} times: the sums take ${count(most ** 2)} times as much, and the solving, which takes ${count(most ** 3)} times, was a small part before.`,
};
