// The model that readers start from, and models that they may make of it, checked and compared as in the browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  isolatedChecks,
  isolatedModels,
  isolatedProgram,
} from '../../../.vitepress/build/isolation.ts';
import { ownVerdict } from '../../../.vitepress/reader/editor/words.ts';
import { runBoard } from '../../../.vitepress/run/jobs/board.ts';
import { ideaNames } from '../../../.vitepress/chapters/your-own-model/ideas.ts';
import type { IdeaName } from '../../../.vitepress/chapters/your-own-model/ideas.ts';
import { readAnswer } from '../../../.vitepress/run/isolated/protocol.ts';
import type { Answer, Checked } from '../../../.vitepress/run/isolated/protocol.ts';
import type { BoardSpec } from '../../../.vitepress/run/jobs/board.ts';
import { recommenderChecks } from '../../../code/checks/checkRecommender.ts';
import { entriesWith } from '../../../code/evaluation/tuned.ts';
import { syntheticDataset } from '../../../code/models.ts';
import { answersTo as ask } from '../../support/isolated.ts';
import { root } from '../../support/site.ts';
import { inTier } from '../../support/tier.ts';
import { someTuned } from '../../support/tuned.ts';

const start = readFileSync(join(root, 'docs/snippets/own-model.ts'), 'utf8');
const spec: BoardSpec = {
  data: { seed: 0 },
  split: 'last-new',
  k: 10,
  metric: 'recall',
  tuned: someTuned,
};

let program = '';
/** What the model to start from is told, as it stands. */
let usual: readonly Answer[] = [];
beforeAll(async () => {
  const parts = [isolatedChecks, isolatedModels, isolatedProgram].map((part) => part(root));
  program = (await Promise.all(parts)).join('');
  usual = answersTo(start);
});

/** The same race in a village, where only that it is run is asked. */
const smallSpec: BoardSpec = { ...spec, data: { seed: 0, nUsers: 40, nItems: 30 } };

const answersTo = (yours: string, race = spec): Answer[] =>
  ask(program, { kind: 'own', spec: race }, yours).filter(({ kind }) => kind !== 'step');

function changed(from: string, to: string): string {
  expect(start).toContain(from);
  return start.replace(from, () => to);
}

const checksOf = (answers: readonly Answer[]): readonly Checked[] =>
  answers.flatMap((answer) => (answer.kind === 'checks' ? answer.checks : []));

const names = (checks: readonly Checked[], status: Checked['status']): string[] =>
  checks.filter((check) => check.status === status).map(({ name }) => name);

describe('the model to start from', () => {
  test('keeps every promise that it makes, and takes part beside all models of the book', () => {
    const answers = usual;
    expect(answers.map(({ kind }) => kind)).toEqual(['raced', 'checks', 'done']);
    const checks = checksOf(answers);
    expect(checks.map(({ name }) => name)).toEqual(recommenderChecks.map(({ name }) => name));
    expect(names(checks, 'failed')).toEqual([]);
    expect(names(checks, 'passed').length).toBeGreaterThan(20);
    for (const { status, says } of checks) if (status === 'skipped') expect(says).not.toBe('');

    const [raced, , done] = answers;
    if (done.kind !== 'done') throw new Error('not done');
    // The race is told before the checks begin, as it is told at the end, and the page believes it.
    expect(raced).toEqual({ ...done, kind: 'raced' });
    expect(readAnswer(JSON.stringify(raced))).toEqual(raced);
    const board = runBoard(spec, syntheticDataset(spec.data, { holdOut: spec.split }));
    const named = entriesWith(someTuned).filter(({ id }) => id !== 'oracle');
    expect(done.results.map(({ id, title }) => [id, title])).toEqual(
      named.map(({ id, title }) => [id, title]),
    );
    expect(named.map(({ id }) => id)).toEqual(board.rows.map(({ id }) => id));
    done.results.forEach(({ book, difference, yours }, n) => {
      expect(book.metrics.recall).toBe(board.rows[n].metrics.recall.mean);
      const gap = yours.metrics.recall - book.metrics.recall;
      expect(difference?.recall.mean).toBeCloseTo(gap, 12);
    });
    expect(ownVerdict(done.results, 'recall')).toMatch(
      /^Your model finds the next item of \d+ of \d+ people: it is behind .*, and it is behind Popularity\.$/,
    );
  });
});

test.for(inTier<readonly IdeaName[]>(['mixture'], ideaNames))(
  'the file to begin with for the idea “%s” keeps every promise',
  (name) => {
    const text = readFileSync(join(root, `docs/snippets/idea-${name}.ts`), 'utf8');
    const answers = answersTo(text, smallSpec);
    expect(answers.map(({ kind }) => kind)).toEqual(['raced', 'checks', 'done']);
    const broken = checksOf(answers).filter(({ status }) => status === 'failed');
    expect(broken.map(({ says }) => says)).toEqual([]);
    expect(text).toMatch(/^ *\/\/ Yours: /m);
  },
);

test('a broken promise is told with what broke it, and the race is run all the same', () => {
  const yours = changed(
    'topK(this.people, this.seenBy(user), k)',
    'topK(this.people, this.seenBy(user), k + 1).slice(1)',
  );
  const answers = answersTo(yours, smallSpec);
  expect(answers.map(({ kind }) => kind)).toEqual(['raced', 'checks', 'done']);
  const broken = checksOf(answers).filter(({ status }) => status === 'failed');
  expect(broken.length).toBeGreaterThan(0);
  for (const { says, sentence } of broken) {
    expect(says).not.toBe('');
    expect(sentence).not.toBe('');
  }
});

test('what it claims is tried', () => {
  const claimed = changed('personal: false', 'personal: true');
  const checks = checksOf(answersTo(claimed, smallSpec));
  expect(names(checks, 'failed').length).toBeGreaterThan(0);
  expect(names(checks, 'skipped').length).toBeLessThan(names(checksOf(usual), 'skipped').length);
});

test('an error in the race points at its line, after the checks', () => {
  const yours = changed(
    'people[item] += 1',
    "people[item] += 1; if (nUsers === 300) throw new Error('full')",
  );
  const answers = answersTo(yours);
  expect(answers.map(({ kind }) => kind)).toEqual(['checks', 'failed']);
  const failure = answers[1];
  if (failure.kind !== 'failed') throw new Error('did not fail');
  expect(failure.message).toBe('full');
  const line = yours.split('\n').findIndex((text) => text.includes("Error('full')")) + 1;
  expect(failure.places[0].line).toBe(line);
});

test('a file without a model is told what it must export', () => {
  const [failure] = answersTo('export const claims = {};\nexport function fit() {}');
  expect(failure).toMatchObject({
    kind: 'failed',
    message: 'the file must export a class with fit, scores and recommend',
  });
});
