import type { MarkdownRenderer } from 'vitepress';
import { expect, test } from 'vitest';
import { RenderedPages } from '../../../.vitepress/build/markdown/renderedPages.ts';

/** A renderer that says how often it was asked. */
function counting(): MarkdownRenderer {
  let times = 0;
  const renderAsync = (src: string): Promise<string> => Promise.resolve(`${src} ${++times}`);
  return { renderAsync } as unknown as MarkdownRenderer;
}

test('a page is there as it was rendered, for the text that was rendered alone', async () => {
  const rendered = new RenderedPages();
  const md = counting();
  rendered.follow(md);
  expect(rendered.of('a.md', 'one')).toBeUndefined();
  expect(await md.renderAsync('one', { relativePath: 'a.md' })).toBe('one 1');
  expect(await rendered.of('a.md', 'one')).toBe('one 1');
  expect(rendered.of('a.md', 'two')).toBeUndefined();
  expect(rendered.of('b.md', 'one')).toBeUndefined();
  // What belongs to no page is rendered, and forgotten.
  expect(await md.renderAsync('two', {})).toBe('two 2');
});
