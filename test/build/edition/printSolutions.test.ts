import { expect, test } from 'vitest';
import { printSolutions } from '../../../.vitepress/build/edition/printSolutions.ts';
import { find, inner, parsePiece } from '../../../.vitepress/build/edition/tree.ts';

function chapter(title: string, html: string) {
  const content = find(parsePiece(`<div>${html}</div>`), ({ tagName }) => tagName === 'div');
  if (!content) throw new Error('no content');
  return { path: title, title, content };
}

const exercise = (n: number, more: string): string =>
  `<section id="a--a-${n}" class="exercise" aria-label="Exercise ${n}"><p>Why?</p>${more}</section>`;
const part = (name: string, text: string): string =>
  `<details open=""><summary>${name}</summary><p>${text}</p></details>`;

test('solutions stand together, under their chapters, and the exercises lead there and back', () => {
  const one = chapter('One', exercise(1, part('Hint', 'Look.') + part('Solution', 'So.')));
  const two = chapter('Two', '<p>No exercise.</p>');
  const html = printSolutions([one, two]);
  expect(inner(one.content)).toBe(
    exercise(
      1,
      `${part('Hint', 'Look.')}<p class="print-solution"><a class="page-ref" href="#solution-of-a--a-1">Solution</a></p>`,
    ),
  );
  expect(html).toContain('<h3>One</h3>');
  expect(html).not.toContain('<h3>Two</h3>');
  expect(html).toContain(
    '<section class="print-answer" id="solution-of-a--a-1"><h4><a class="page-ref" href="#a--a-1">Exercise 1</a></h4><p>So.</p></section>',
  );
});

test('an exercise without a solution ends the build with its name', () => {
  const one = chapter('One', exercise(2, part('Hint', 'Look.')));
  expect(() => printSolutions([one])).toThrow('printSolutions: a--a-2 has no solution');
});
