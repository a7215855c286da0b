import { expect, test } from 'vitest';
import { footnotesPlugin } from '../../../.vitepress/build/markdown/footnotes.ts';
import { newRenderer } from '../../support/renderer.ts';

test('a source that is named twice has one number', async () => {
  const md = await newRenderer('.', { config: footnotesPlugin });
  const text = 'Once.[^b] Twice.[^a] Again.[^b]\n\n[^a]: A.\n[^b]: B.\n';
  const html = await md.renderAsync(text, { path: 'page.md', relativePath: 'page.md' });
  const numbers = Array.from(
    html.matchAll(/<a href="#footnote[^>]*>(\[[^<]*\])<\/a>/g),
    ([, n]) => n,
  );
  expect(numbers).toEqual(['[1]', '[2]', '[1]']);
});
