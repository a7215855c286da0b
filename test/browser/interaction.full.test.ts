// The page answers its reader at once, on a device a quarter as fast:
// BOOK_INTERACTION=1 npm run test:browser -- interaction
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { settled, useBook, wholeRead } from './support/book.ts';
import { drawn } from './support/drawn.ts';
import { editButton, openEditor } from './support/editor.ts';
import {
  bestOf,
  counted,
  interactionsOf,
  noteInteractions,
  showAll,
} from './support/interactions.ts';
import type { Interaction } from './support/interactions.ts';

const book = useBook();

/** What web.dev calls good is 200 ms; the book asks for half of it. */
const limit = 100;
const slowdown = 4;
/** From seeing a control to pressing it, in milliseconds. */
const aim = 150;
/** Of one kind of control on one page: enough for each figure, and no more. */
const most = 12;

/** Nobody presses what they do not see yet, and to aim takes a moment. */
async function aimAt(control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  await drawn(control.page());
  await control.page().waitForTimeout(aim);
}

async function each(all: Locator, use: (control: Locator) => Promise<void>): Promise<void> {
  const controls = (await all.filter({ visible: true }).all()).slice(0, most);
  for (const control of controls) {
    // An earlier press may have changed what is there.
    if (!(await control.isVisible()) || !(await control.isEnabled())) continue;
    await aimAt(control);
    await use(control);
  }
}

/** Touches one control after the other, as a reader who tries everything would. */
async function tryEverything(page: Page): Promise<void> {
  const main = page.locator('main');
  const quick = { timeout: 5000, force: true } as const;
  await each(main.locator('input[type=range]'), async (slider) => {
    await slider.focus();
    await slider.press('ArrowRight');
    await slider.press('ArrowLeft');
  });
  await each(main.locator('input[type=radio], input[type=checkbox]'), (box) => box.click(quick));
  await each(main.locator('button:not(.copy, .listing-edit)'), (button) => button.click(quick));
  await each(main.locator('summary'), (summary) => summary.click(quick));
  await settled(page);
}

/** Opens the editor of a listing and works in it: types, runs, errs, and puts all back. */
const writeCode =
  (region: string) =>
  async (page: Page): Promise<void> => {
    await aimAt(editButton(page, region));
    const editor = await openEditor(page, region);
    await aimAt(editor.root);
    await editor.text.press('ControlOrMeta+End');
    for (const key of ['Enter', '/', '/', ' ', 'o', 'n', 'e']) await editor.text.press(key);
    await editor.run();
    await editor.status('Done in');
    for (const key of ['Enter', '}']) await editor.text.press(key);
    await editor.run();
    await editor.alert.waitFor();
    await editor.button('Reset').click();
    await aimAt(editor.root);
  };

// Times on the wall need a machine that does nothing else: asked for by name, as the speed of the code is.
const isAsked = process.env['BOOK_INTERACTION'] === '1';
const visits: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  ...pages.map((name) => [name, 'answers', tryEverything] as const),
  ['models/implicit-als', 'answers who edits implicit-als', writeCode('implicit-als')],
  ['full-implementation', 'answers who edits bpr', writeCode('bpr')],
];
test.for(visits)(
  `%s %s within ${limit} ms with a processor ${slowdown} times slower`,
  { retry: 0 },
  async ([name, , tryIt], context) => {
    if (!isAsked)
      return context.skip('needs a machine that does nothing else, and BOOK_INTERACTION=1');
    const visits: (readonly Interaction[])[] = [];
    let worst: string[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      visits.push(
        await book.visit(
          name,
          async ({ page, inspect }) => {
            const inside = await inspect();
            await showAll(inside);
            await wholeRead(page);
            await inside.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
            await tryIt(page);
            await inside.send('Emulation.setCPUThrottlingRate', { rate: 1 });
            return counted(await interactionsOf(page));
          },
          { prepare: noteInteractions, permissions: ['clipboard-read', 'clipboard-write'] },
        ),
      );
      worst = bestOf(visits)
        .filter(({ ms }) => ms > limit)
        .map(
          ({ what, ms, waited, worked }) =>
            `${ms} ms (${waited} waited, ${worked} worked): ${what}`,
        );
      if (worst.length === 0) return;
    }
    expect(worst).toEqual([]);
  },
);
