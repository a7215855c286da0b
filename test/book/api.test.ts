import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { models } from '../../code/models.ts';
import { badCalls, errorOf } from '../../.vitepress/theme/data/errors.ts';
import { readApi } from '../../.vitepress/theme/data/readApi.ts';
import { textOf } from '../support/html.ts';
import { pageHtml, root, sites } from '../support/site.ts';

const page = pageHtml(sites[0], 'api');
const text = textOf(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')).replace(/\s+/g, ' ');

test('the page prints what the typical usage prints', () => {
  const printed = execFileSync(process.execPath, ['scripts/run-ts.mjs', 'docs/snippets/usage.ts'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  expect(printed).toMatch(/^recall@10: 0\.\d+$/);
  expect(text).toContain(`It prints ${printed}`);
});

test('every export of the module is on the page, with its first sentence', () => {
  for (const { call, says } of readApi(root, 'code/recsys.ts')) {
    expect(text).toContain(call);
    expect(text).toContain(says.replaceAll('`', ''));
  }
});

test('every option of every model is on the page, with its default', () => {
  for (const { name, defaults, ranges } of models) {
    for (const [option, value] of Object.entries(defaults)) {
      const { help } = ranges[option];
      const row = new RegExp(`<code[^>]*>${option}</code>[\\s\\S]{0,200}?>${String(value)}<`);
      expect(row.test(page), `${name}: ${option}`).toBe(true);
      expect(text).toContain(help);
    }
  }
});

test('the page prints the very message of every bad call', () => {
  for (const bad of badCalls) expect(text).toContain(errorOf(bad));
});
