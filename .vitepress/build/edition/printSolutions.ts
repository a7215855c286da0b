import {
  attribute,
  childrenOf,
  elementsIn,
  hasClass,
  inner,
  isElement,
  pieces,
  remove,
  replaceWith,
  textOf,
} from './tree.ts';
import type { Element } from './tree.ts';
import type { PrintChapter } from './printSource.ts';

/** The solutions of all exercises, taken out from under them to the end of the book. */

export const solutionsId = 'solutions';

const summaryOf = (element: Element): Element | undefined =>
  childrenOf(element)
    .filter(isElement)
    .find(({ tagName }) => tagName === 'summary');

const isSolution = (element: Element): boolean => {
  const summary = element.tagName === 'details' ? summaryOf(element) : undefined;
  return summary !== undefined && textOf(summary).trim() === 'Solution';
};

/** Takes the solution of an exercise away, and says where it went. */
function takeFrom(exercise: Element): string {
  const id = attribute(exercise, 'id') ?? '';
  const name = attribute(exercise, 'aria-label') ?? '';
  const solution = [...elementsIn(exercise)].find(isSolution);
  if (!solution) throw new Error(`printSolutions: ${id} has no solution`);
  const summary = summaryOf(solution);
  if (summary) remove(summary);
  const text = inner(solution);
  const there = `solution-of-${id}`;
  const link = `<a class="page-ref" href="#${there}">Solution</a>`;
  replaceWith(solution, pieces(`<p class="print-solution">${link}</p>`));
  const title = `<h4><a class="page-ref" href="#${id}">${name}</a></h4>`;
  return `<section class="print-answer" id="${there}">${title}${text}</section>`;
}

/** The last chapter of the printed book. */
export function printSolutions(chapters: readonly PrintChapter[]): string {
  const answers = chapters.map(({ title, content }) => {
    const exercises = [...elementsIn(content)].filter((element) => hasClass(element, 'exercise'));
    return exercises.length > 0 ? `<h3>${title}</h3>${exercises.map(takeFrom).join('')}` : '';
  });
  return `<article class="print-chapter book-content vp-doc" id="${solutionsId}"><h2>Solutions</h2>${answers.join('')}</article>`;
}
