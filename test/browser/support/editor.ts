// The editor of a listing as a reader uses it: by roles and names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { passageOf } from '../../../.vitepress/reader/editor/region.ts';
import { root } from '../../support/site.ts';
import { useBook } from './book.ts';
import type { Book } from './book.ts';

/** The region that most tests of the editor open. */
export const popularity = passageOf(
  readFileSync(join(root, 'code/recsys.ts'), 'utf8'),
  'popularity',
);

/** What is ended while it loads counts for Chromium as a request that failed. */
const ended = /^request failed: (blob:null\/|\S+\/isolated\.html)/;

/** Visits on which the reader's code is run, and stopped. */
export function useEditedBook(): Pick<Book, 'visit'> {
  const book = useBook();
  return {
    visit: (page, use, options) => book.visit(page, use, { expected: ended, ...options }),
  };
}

export interface Editor {
  readonly root: Locator;
  readonly text: Locator;
  readonly button: (name: string) => Locator;
  /** Types over a part of the text, which must be there. */
  readonly change: (from: string, to: string) => Promise<void>;
  readonly run: () => Promise<void>;
  readonly status: (words: string | RegExp) => Promise<void>;
  readonly alert: Locator;
  /** The rows of the result: texts of their cells. */
  readonly rows: () => Promise<string[][]>;
  readonly finding: Locator;
}

export const editButton = (page: Page, region: string): Locator =>
  page.getByRole('button', { name: `Edit ${region}`, exact: true });

export function editorOf(page: Page, region: string): Editor {
  const root = page.getByRole('group', { name: `Editor of ${region}`, exact: true });
  const text = root.getByRole('textbox');
  const button = (name: string): Locator => root.getByRole('button', { name, exact: true });
  return {
    root,
    text,
    button,
    async change(from, to) {
      const before = await text.inputValue();
      if (!before.includes(from)) throw new Error(`no ${from} in ${before}`);
      await text.fill(before.replace(from, () => to));
    },
    run: () => button('Run').click(),
    status: (words) => root.getByRole('status').getByText(words).waitFor(),
    alert: root.getByRole('alert'),
    rows: () =>
      root
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent)),
        ),
    finding: root.locator('.beside-finding'),
  };
}

/** Opens the editor by a press of its button. */
export async function openEditor(page: Page, region: string): Promise<Editor> {
  await editButton(page, region).click();
  const editor = editorOf(page, region);
  await editor.text.waitFor();
  return editor;
}
