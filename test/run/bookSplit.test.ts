// The book holds out one thing of everyone, and says it in one place: what the pages show of a model comes from there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usualSetup } from '../../code/evaluation/laboratory.ts';
import { syntheticDataset } from '../../code/models.ts';
import { trainTestSplitLast } from '../../code/recsys.ts';
import { bookLog } from '../../.vitepress/run/bookLog.ts';
import { bookSplit, defaultRun } from '../../.vitepress/run/defaults.ts';
import { defaultSpec, fitModel } from '../../.vitepress/run/jobs/model.ts';
import { datasetOf } from '../../.vitepress/run/jobs/board.ts';
import { root } from '../support/site.ts';

const small = { nUsers: 30, nItems: 20, nInter: 400, seed: 1 };
const parts = ({ train, test }: ReturnType<typeof bookLog>) => ({ train, test });

describe('the book', () => {
  test('holds out the last new item, on every way to a result', () => {
    const { train, test } = syntheticDataset(small, { holdOut: 'last-new' });
    expect(bookSplit).toBe('last-new');
    expect(parts(bookLog(small))).toEqual({ train, test });
    const { split } = defaultRun;
    expect(parts(datasetOf({ data: small, split }))).toEqual({ train, test });
    const spec = { ...defaultSpec('popularity'), data: small };
    expect(parts(fitModel(spec).data)).toEqual({ train, test });
    expect(usualSetup.split).toBe(bookSplit);
  });

  test('leaves the module its own default, the last event', () => {
    const rows = [
      [0, 1, 0],
      [0, 2, 1],
      [0, 1, 2],
    ] as const;
    expect(trainTestSplitLast(rows, 1).test).toEqual(new Map([[0, 1]]));
    expect(trainTestSplitLast(rows, 1, { holdOut: bookSplit }).test).toEqual(new Map([[0, 2]]));
    expect(syntheticDataset(small)).toMatchObject(
      parts({ ...syntheticDataset(small, { holdOut: 'last' }) }),
    );
  });
});

/** Who may split a log with a rule of their own, and why. */
const allowed: Readonly<Record<string, string>> = {
  'run/bookLog.ts': 'the one place',
  'run/jobs/model.ts': 'by the rule that the request names',
  'run/jobs/board.ts': 'by the rule that the request names',
  'run/isolated/compare.ts':
    'each version of the module splits its own log, by the rule of the request',
  'run/fingerprint.ts': 'digests of the module as it comes',
  'kit/measure.ts': 'the counts of the section on splits',
  'chapters/evaluation/split.ts': 'the figure that teaches the rules',
  'chapters/laboratory/lab.job.ts': 'the laboratory',
  'chapters/leaderboard/seeds.job.ts': 'by the rule that the request names',
  'reader/take/playground.ts': 'the program that a reader takes along, by the book’s rule',
  'kit/logs.data.ts': 'the usual setup of the laboratory, which is the book’s',
};

test('no other file of the book splits a log', () => {
  const files = readdirSync(join(root, '.vitepress'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?:run|kit|reader|chapters|build|theme)\/.*\.(?:ts|vue)$/.test(file));
  const splits = /\b(?:syntheticDataset|trainTestSplitLast|splitAtTimes?|fitLog)\(/;
  const found = files.filter((file) => {
    const text = readFileSync(join(root, '.vitepress', file), 'utf8');
    return splits.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''));
  });
  expect(found.toSorted()).toEqual(Object.keys(allowed).toSorted());
});
