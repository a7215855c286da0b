// One question, asked alike of every model: each recall and each ceiling of the book names what was held out, and
// it is the same thing on every page. Only where the rules of splitting are the subject may another one stand.
import { describe, expect, test } from 'vitest';
import { bookSplit } from '../../.vitepress/run/defaults.ts';
import { findModel } from '../../code/models.ts';
import { heldOutOn } from '../support/heldOut.ts';
import { tagsOf, textOf } from '../support/html.ts';
import { modelPages, pages } from '../support/pages.ts';
import { pageHtml, sites } from '../support/site.ts';

const [site] = sites;

describe.for([...pages, 'print'])('on the page %s', (page) => {
  const { faults } = heldOutOn(pageHtml(site, page), page);

  test('every result names its rule, which is the book’s but where rules are compared', () => {
    expect(faults).toEqual([]);
  });
});

test('the first page, each model, the board and the usage name the rule of the book', () => {
  const telling = ['start', 'evaluation', 'leaderboard', 'production', 'api'];
  for (const page of [...telling, ...modelPages.map(({ page }) => page)]) {
    expect(heldOutOn(pageHtml(site, page), page).named, page).toContain(bookSplit);
  }
  const comparing = ['evaluation', 'laboratory'];
  const elsewhere = pages.filter((page) => !comparing.includes(page));
  const named = elsewhere.flatMap((page) => heldOutOn(pageHtml(site, page), page).named);
  expect(new Set(named)).toEqual(new Set([bookSplit, 'paper', 'published']));
  // The laboratory and the section on splits do compare.
  const compared = comparing.flatMap((page) => heldOutOn(pageHtml(site, page), page).named);
  expect(new Set(compared)).toEqual(new Set([bookSplit, 'last', 'time', 'paper']));
});

/** The first metric value that is printed after the end of this element. */
function valueAfter(html: string, isIt: (name: string, text: string) => boolean): string {
  const found = tagsOf(html).find(({ name, end }) => {
    return isIt(name, textOf(html.slice(end, html.indexOf(`</${name}>`, end))).trim());
  });
  const text = found ? textOf(html.slice(html.indexOf(`</${found.name}>`, found.end))) : '';
  return /[01]\.\d{3}/.exec(text)?.[0] ?? 'nothing';
}

test('the recall on the page of a model is the one that the board prints of it', () => {
  const board = pageHtml(site, 'leaderboard');
  for (const { page, id } of modelPages) {
    const own = valueAfter(
      pageHtml(site, page),
      (name, text) => name === 'dt' && text === 'Recall',
    );
    const { title } = findModel(id);
    expect(valueAfter(board, (name, text) => name === 'th' && text === title)).toBe(own);
    expect(own, title).toMatch(/^0\.\d{3}$/);
  }
});

describe('a page that mixes two rules is caught', () => {
  const html = pageHtml(site, 'models/popularity');
  const mixed = (from: RegExp | string, to: string): readonly string[] => {
    const changed = html.replace(from, to);
    expect(changed).not.toBe(html);
    return heldOutOn(changed, 'models/popularity').faults;
  };

  test('where one of its results is under another rule', () => {
    expect(mixed('data-split="last-new"', 'data-split="last"')[0]).toMatch(/^last: /);
    expect(mixed(/data-split="last-new"/, 'data-split="last-new last"')).toHaveLength(1);
    expect(mixed('data-split="last-new"', 'data-split="unheard-of"')).toHaveLength(1);
  });

  test('where a demo, a figure, a table or a sentence does not say its rule', () => {
    const demo = /(<section[^>]*?) data-split="last-new"/;
    expect(mixed(demo, '$1')[0]).toMatch(/^without a rule: Count the events/);
    const quoted = /(class="measured") data-split="last-new"/g;
    expect(mixed(quoted, '$1').length).toBeGreaterThan(0);
    for (const part of [
      '<figure><p>Its recall is 0.380</p></figure>',
      '<table><tr><th>Recall</th></tr><tr><td>0.380</td></tr></table>',
      '<p>No model can pass the ceiling of 0.380.</p>',
      '<ul><li>It puts the next choice of 33 in 300 people first.</li></ul>',
      '<p>The lists hold the next new book of 33 of the 300 people.</p>',
    ]) {
      expect(mixed('</h1>', `</h1>${part}`), part).toHaveLength(1);
    }
  });

  test('and so is one that borrows the figure of the section on splits', () => {
    const figure = '<figure class="split-figure" data-split="last">3 of 5</figure>';
    expect(mixed('</h1>', `</h1>${figure}`)).toHaveLength(1);
    const evaluation = pageHtml(site, 'evaluation');
    const lent = evaluation.replace('</h1>', `</h1><figure data-split="last">3 of 5</figure>`);
    expect(heldOutOn(lent, 'evaluation').faults).toHaveLength(1);
  });

  test('while equations, listings, settings and exercises are no results', () => {
    for (const part of [
      '<p>With alpha 1 and reg 0.1, what will the recall be?</p>',
      '<div class="language-ts"><p>recall 0.380</p></div>',
      '<section class="exercise"><p>Its recall is 0.2.</p></section>',
    ]) {
      expect(mixed('</h1>', `</h1>${part}`), part).toEqual([]);
    }
  });
});
