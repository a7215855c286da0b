// The figure of Template in the reader's hand.
import { expect, test } from 'vitest';
import { violationsOf } from '../../../test/browser/support/axe.ts';
import { useBook } from '../../../test/browser/support/book.ts';

const book = useBook();

test('the figure is there, says its finding, and can be read by all', async () => {
  await book.visit('models/template', async ({ page }) => {
    const figure = page.locator('figure.template-figure');
    await figure.scrollIntoViewIfNeeded();
    expect(await figure.locator('.finding').innerText()).toMatch(/people/);
    expect(await violationsOf(page, 'figure.template-figure')).toEqual([]);
  });
});
