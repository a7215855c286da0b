import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { recommenderChecks } from '../../code/checks/checkRecommender.ts';
import { models } from '../../code/models.ts';
import { badCalls, errorOf } from '../../.vitepress/chapters/api/errors.ts';
import { withCommas } from '../../.vitepress/kit/numbers.ts';
import { readApi } from '../../.vitepress/chapters/api/readApi.ts';
import { textOf } from '../support/html.ts';
import { pageHtml, root, sites } from '../support/site.ts';

const run = promisify(execFile);
const page = pageHtml(sites[0], 'api');
const text = textOf(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')).replace(/\s+/g, ' ');

/** What a snippet prints, as a reader's own copy would. */
async function printedBy(snippet: string): Promise<string> {
  const args = ['scripts/run-ts.mjs', `docs/snippets/${snippet}`];
  const { stdout } = await run(process.execPath, args, { cwd: root });
  return stdout.trim();
}

/** The page has it, whatever breaks its lines. */
function expectOnPage(printed: string): void {
  expect(text).toContain(printed.replace(/\s+/g, ' '));
}

describe.concurrent('the page prints what is printed', () => {
  test('by the typical usage', async () => {
    const printed = await printedBy('usage.ts');
    expect(printed).toMatch(/^recall@10: 0\.\d+$/);
    expectOnPage(`It prints ${printed}`);
  });

  test('by the lists for many users', async () => {
    const printed = await printedBy('large.ts');
    expect(printed).toMatch(/^user 7: \d+, \d+, \d+\nuser 0: \d+, \d+, \d+$/);
    expectOnPage(`It prints${printed}`);
  });

  test('for a model written in five minutes, which keeps the order and forgets the edges', async () => {
    const printed = await printedBy('check.ts');
    expectOnPage(printed);
    const [count, names, , first, ...more] = printed.split('\n');
    expect(count).toMatch(/^\d+ promises kept, \d+ broken:$/);
    const broken = names.split(', ');
    expect(count.endsWith(` ${broken.length} broken:`)).toBe(true);
    for (const name of ['finite scores', 'bad user', 'no log']) expect(broken).toContain(name);
    for (const name of ['order', 'prefix', 'exact length']) expect(broken).not.toContain(name);
    expect(first).toMatch(/^finite scores: /);
    expect(more.map((line) => line.trim().split(':')[0])).toEqual([
      'smallest log',
      'what came',
      'to see it again',
    ]);
  });

  test('for BPR, which keeps all promises but those that the snippet takes out', async () => {
    const snippet = readFileSync(join(root, 'docs/snippets/check-bpr.ts'), 'utf8');
    const [, taken = ''] = /skip: \{\n([^}]*)\}/.exec(snippet) ?? [];
    const skipped = taken.trim().split('\n').length;
    const printed = await printedBy('check-bpr.ts');
    expectOnPage(printed);
    expect(printed).toBe(
      `${recommenderChecks.length - skipped} promises kept, ${skipped} not made`,
    );
  });
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

test('every file beside the module has a table of its own, and no export stands twice', () => {
  const tables = Array.from(page.matchAll(/<caption[^>]*>([^]*?)<\/caption>([^]*?)<\/table>/g));
  const named = tables.filter(([, caption]) => textOf(caption).trim().startsWith('code/'));
  const files = named.map(([, caption]) => textOf(caption).trim().split(' ')[0]);
  expect(files).toEqual(expect.arrayContaining(['code/models.ts', 'code/evaluation/metrics.ts']));
  // What the module itself stands on is with the toolbox.
  expect(files.filter((file) => /^code\/(?:recsys|toolbox|fast)/.test(file))).toEqual([]);
  expect(new Set(files).size).toBe(files.length);
  const calls = tables.flatMap(([, , rows]) =>
    Array.from(rows.matchAll(/<th scope="row"[^>]*>([^]*?)<\/th>/g), ([, call]) => textOf(call)),
  );
  for (const name of ['gainsOf', 'metrics', 'MetricName']) {
    const found = calls.filter((call) => call.trim().split('(')[0] === name);
    expect(found, name).toHaveLength(1);
  }
});

test('a model without options is made without any', () => {
  expect(page).toMatch(/<code[^>]*>new Popularity\(\)<\/code>/);
});

test('every option of every model is on the page, with its default', () => {
  for (const { name, defaults, ranges } of models) {
    for (const [option, value] of Object.entries(defaults)) {
      const { help } = ranges[option];
      const row = new RegExp(`<code[^>]*>${option}</code>[\\s\\S]{0,200}?>${withCommas(value)}<`);
      expect(row.test(page), `${name}: ${option}`).toBe(true);
      expect(text).toContain(help);
    }
  }
});

test('the page prints the very message of every bad call', () => {
  for (const bad of badCalls) expect(text).toContain(errorOf(bad));
});
