import type { MarkdownRenderer } from 'vitepress';

const summaries: Readonly<Record<string, string>> = {
  hint: 'Hint',
  more: 'One more hint',
  solution: 'Solution',
};

/**
 * `<Exercise id="bpr-2">` ... `</Exercise>` with `<template #hint>`, `<template #more>` and
 * `<template #solution>`: question, hints and solution become plain HTML, which no script has to know,
 * and between them stands the one part that is alive, the check.
 */
export function writeOut(source: string): string {
  return source.replace(
    /^<Exercise id="([^"]+)">$([^]*?)^<\/Exercise>$/gm,
    (_, id: string, body: string) => {
      const number = id.replace(/.*-/, '');
      const question = body.indexOf('<template #');
      if (question < 0) throw new Error(`the exercise ${id} has neither a hint nor a solution`);
      const parts = body
        .slice(question)
        .replace(/^<template #(\w+)>$/gm, (_, name: string) => {
          const summary = summaries[name];
          if (!summary) throw new Error(`the exercise ${id} has a part ${name}, which is none`);
          return `<details>\n<summary>${summary}</summary>`;
        })
        .replace(/^<\/template>$/gm, '</details>\n');
      return [
        `<section id="${id}" class="exercise" aria-label="Exercise ${number}">`,
        `<p class="exercise-number"><strong>Exercise ${number}</strong></p>`,
        body.slice(0, question),
        `<Exercise id="${id}" />\n`,
        `${parts}</section>`,
      ].join('\n');
    },
  );
}

export function exercisePlugin(md: MarkdownRenderer): void {
  md.core.ruler.before('block', 'exercise', (state) => {
    state.src = writeOut(state.src);
  });
}
