import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recommenderChecks } from '../../code/checks/checkRecommender.ts';
import { models } from '../../code/models.ts';
import { badCalls, errorOf } from '../../.vitepress/chapters/api/errors.ts';
import { readApi } from '../../.vitepress/chapters/api/readApi.ts';
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

test.each(['check.ts', 'check-bpr.ts'])('the page prints what %s prints', (snippet) => {
  const args = ['scripts/run-ts.mjs', `docs/snippets/${snippet}`];
  const printed = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(text).toContain(printed.trim().replace(/\s+/g, ' '));
});

test('every check is on the page, with its promise', () => {
  for (const { name, sentence } of recommenderChecks) expect(text).toContain(name + sentence);
});

test('no page carries fast-check, which draws the logs of the checks', () => {
  const scripts = readdirSync(sites[0].dir, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !file.includes('worker'),
  );
  expect(scripts.length).toBeGreaterThan(10);
  const carries = (file: string) =>
    readFileSync(join(sites[0].dir, file), 'utf8').includes('maxSkipsPerRun');
  expect(scripts.filter(carries)).toEqual([]);
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
