// The figure of a library that grows: behind its question, by its fields and by its button.
import { expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { alive, useBook, wholeRead } from '../../browser/support/book.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();

test('a guess opens the figure, and says what outgrows a tab', () =>
  book.visit(
    'production',
    async ({ page }) => {
      const finding = page.locator('figure.memory-figure .finding');
      const guess = page.locator('[data-predict="production"]');
      await guess.scrollIntoViewIfNeeded();
      await alive(guess);
      expect(await finding.isVisible()).toBe(false);
      await guess.getByRole('radio').first().check();
      await until(() => finding.isVisible(), Boolean, 'the figure is open');
      expect(await guess.locator('.verdict').innerText()).toMatch(
        /^You said: the sparse matrix\. Worked out: the similarities of items\. With /,
      );
    },
    { asks: true },
  ));

test('the library grows by keyboard, the address keeps it, and it is as it was again', () =>
  book.visit('production', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure.memory-figure');
    const title = () => figure.locator('.finding').textContent();
    const kept = (name: string) => () => new URL(page.url()).searchParams.get(name);
    const opened = /^Too large for a tab: the full table .* similarities of items/;
    expect(await title()).toMatch(opened);

    await figure.getByRole('button', { name: 'The book’s library' }).press('Enter');
    await expect.poll(title).toMatch(/^A tab holds all four/);
    await expect.poll(kept('users')).toBe('300');

    const grow = figure.getByRole('button', { name: 'Ten times as many users and items' });
    for (let n = 0; n < 3; n++) await grow.press('Enter');
    await expect.poll(title).toMatch(opened);
    await expect.poll(kept('users')).toBe('300000');

    await figure.getByLabel('Events per user').fill('2');
    await expect.poll(title).toMatch(/^Too large for a tab: the full table \([^)]*\)$/);
    expect(await violationsOf(page, 'figure.memory-figure')).toEqual([]);

    await figure.getByRole('button', { name: 'Reset' }).press('Enter');
    await expect.poll(title).toMatch(opened);
    await expect.poll(kept('users')).toBe(null);
  }));
