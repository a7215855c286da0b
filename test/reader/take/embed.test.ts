import { expect, test } from 'vitest';
import { embeds } from '../../../.vitepress/embeds.ts';
import { embedCode } from '../../../.vitepress/reader/take/embedCode.ts';
import { models } from '../../../code/models.ts';

test('the code that shows a demo elsewhere is one element, whatever the address holds', () => {
  const code = embedCode({
    address: 'https://example.org/book/embed/bpr?k=5&user=3"<',
    title: 'BPR, "live"',
    height: 812.25,
  });
  expect(code).toBe(
    '<iframe src="https://example.org/book/embed/bpr?k=5&amp;user=3&quot;&lt;" title="BPR, &quot;live&quot;" width="100%" height="813" loading="lazy" style="border: 0"></iframe>',
  );
});

test('every model can stand elsewhere', () => {
  const slugs = embeds.map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining(models.map(({ id }) => id)));
  expect(new Set(slugs).size).toBe(slugs.length);
});
