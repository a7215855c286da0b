// A sentence that compares stands on thirty logs, or the book is not built.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../../.vitepress/build/readPages.ts';
import { withEvidence } from '../../../.vitepress/build/markdown/claims.ts';
import type { ClaimsRow } from '../../../.vitepress/chapters/claims/claims.job.ts';
import { runClaims, usualClaims } from '../../../.vitepress/chapters/claims/claims.job.ts';
import {
  bordersOf,
  byChapter,
  findingOf,
  sayEvidence,
} from '../../../.vitepress/chapters/claims/claimView.ts';
import { heldClaims } from '../../../.vitepress/chapters/claims/heldClaims.ts';
import { plainText, sentencesIn } from '../../../.vitepress/chapters/claims/sentences.ts';
import { compare, drawClaimLog, inWorld, recallName } from '../../../.vitepress/kit/claims.ts';
import { recallFrom } from '../../../.vitepress/kit/measuring.ts';
import { allClaims } from '../../../.vitepress/kit/claimsOfChapters.ts';
import { holds, judge } from '../../../.vitepress/kit/evidence.ts';
import { leaderboard } from '../../../code/evaluation/leaderboard.ts';
import { findModel, syntheticDataset } from '../../../code/models.ts';
import { root } from '../../support/site.ts';

const row = (seed: number, ...values: number[]): ClaimsRow => ({ seed, values });
const claim = { name: 'bpr/ahead', of: 'recall of bpr minus that of random', needs: { above: 0 } };
const sentence = { name: 'bpr/ahead', page: 'models/bpr.md', text: 'BPR beats chance.' };
const clear = [row(0, 0.2), row(1, 0.25), row(2, 0.22)];

describe('what a claim needs', () => {
  test.for([
    [{ above: 0 }, { low: 0.01, high: 0.02 }, true],
    [{ above: 0 }, { low: 0, high: 0.02 }, false],
    [{ above: 0 }, { low: -0.01, high: 0.02 }, false],
    [{ below: 0.1 }, { low: 0.01, high: 0.02 }, true],
    [{ below: 0.1 }, { low: 0.01, high: 0.1 }, false],
    [{ between: [0, 1] as const }, { low: 0.1, high: 0.9 }, true],
    [{ between: [0, 1] as const }, { low: 0.1, high: 1.1 }, false],
    [{ between: [0, 1] as const }, { low: -0.1, high: 0.9 }, false],
    [{ undecided: 0 }, { low: -0.1, high: 0.1 }, true],
    [{ undecided: 0 }, { low: 0.01, high: 0.1 }, false],
    [{ undecided: 0 }, { low: -0.1, high: -0.01 }, false],
  ] as const)('%j of %j: %s', ([needs, interval, expected]) => {
    expect(holds(needs, interval)).toBe(expected);
  });

  test('a single log decides nothing', () => {
    expect(judge({ above: 0 }, [5]).holds).toBe(false);
  });
});

test('a claim about another world is measured on the log of the same seed there', () => {
  const claim = compare('recall', ['trending'], ['popularity']);
  const there = inWorld('fashions', claim);
  expect(there.of).toBe(`${claim.of}, in the world “Passing fashions”`);
  const log = drawClaimLog(3);
  expect(there.measure(log)).toBe(claim.measure(drawClaimLog(3, 'fashions')));
  expect(there.measure(log)).not.toBe(claim.measure(log));
  expect(log.in('fashions')).toBe(log.in('fashions'));
  expect(() => log.in('mars')).toThrow(RangeError);
});

describe('the build', () => {
  test('keeps a sentence whose claim holds, with its place in the rows', () => {
    expect(heldClaims([claim], clear, [sentence])).toEqual([{ ...claim, ...sentence, column: 0 }]);
  });

  test('ends with the sentence and its numbers where the claim does not hold', () => {
    const mixed = [row(0, 0.2), row(1, -0.25), row(2, 0.02)];
    expect(() => heldClaims([claim], mixed, [sentence])).toThrow(
      /docs\/models\/bpr\.md: "BPR beats chance\." does not hold\..* −0\.0100 \[−0\.5\d+, 0\.5\d+\] over 3 logs.* lies above 0$/,
    );
  });

  test('ends where a sentence has no claim, and names the file that lacks it', () => {
    expect(() => heldClaims([], clear, [sentence])).toThrow(
      'docs/models/bpr.md: "BPR beats chance." needs bpr/ahead in .vitepress/chapters/bpr/claims.ts',
    );
  });

  test('ends where a claim has no sentence', () => {
    expect(() => heldClaims([claim], clear, [])).toThrow(
      '.vitepress/chapters/bpr/claims.ts: no page says <Claim id> bpr/ahead',
    );
  });

  test('ends where two sentences stand on one claim', () => {
    expect(() => heldClaims([claim], clear, [sentence, sentence])).toThrow('of two sentences');
  });
});

describe('a sentence', () => {
  test('is read as it is seen: numbers filled in, no marks', () => {
    const text =
      'With _care_, [BPR](./bpr) has <Measured of="a.b" /> and\n**hits** <Measured of="c" percent />.';
    expect(plainText(text, { 'a.b': 0.1234, c: 0.5 })).toBe(
      'With care, BPR has 0.123 and hits 50\u00a0%.',
    );
  });

  test('is read without the dollars of inline maths, and with those of a price', () => {
    expect(plainText('it misses more when $j$ is drawn by _popularity_.', {})).toBe(
      'It misses more when j is drawn by popularity.',
    );
    expect(plainText('One costs $5, two cost $10.', {})).toBe('One costs $5, two cost $10.');
  });

  test('is found on its page, over the ends of lines', () => {
    const folder = join(root, 'node_modules/.cache/test/sentences');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'models'), { recursive: true });
    writeFileSync(join(folder, 'models/bpr.md'), 'A <Claim id="ahead">BPR\nis ahead.</Claim> B');
    expect(sentencesIn(readPages(folder), {})).toEqual([
      { name: 'bpr/ahead', page: 'models/bpr.md', text: 'BPR is ahead.' },
    ]);
  });

  test('leads to its evidence, from any folder', () => {
    const source = '<Claim id="ahead">It wins.</Claim>';
    const sent = '<span class="claim" id="claim-ahead">It wins.</span> [30&nbsp;logs]';
    expect(withEvidence(source, 'models/bpr.md')).toBe(`${sent}(../claims#bpr-ahead){.evidence}`);
    expect(withEvidence(source, 'start.md')).toBe(`${sent}(./claims#start-ahead){.evidence}`);
  });
});

describe('the logs of a claim', () => {
  test('are those of the leaderboard: the same means on the same log', () => {
    const data = syntheticDataset({ seed: 3 }, { holdOut: 'last-new' });
    const [board] = leaderboard(data, { k: 10, entries: [findModel('popularity')] });
    const log = drawClaimLog(3);
    expect(log.mean('recall', 'popularity')).toBe(board.metrics.recall.mean);
    expect(log.mean('map', 'popularity')).toBe(board.metrics.map.mean);
  });

  test('a comparison is the difference on one log, and says of what', () => {
    const log = drawClaimLog(0);
    const { of, measure } = compare('recall', ['trending', { halfLife: 125 }], ['popularity']);
    expect(of).toBe('recall of Trending with a half-life of 125 events minus that of Popularity');
    expect(measure(log)).toBe(
      log.mean('recall', 'trending', { halfLife: 125 }) - log.mean('recall', 'popularity'),
    );
    expect(compare('ndcg', ['bpr', { epochs: 10, lr: 0.15 }], ['oracle']).of).toBe(
      'nDCG of BPR with ten epochs and a learning rate of 0.15 minus that of True probabilities',
    );
    expect(log.lists('trending', { halfLife: 125 })).not.toEqual(log.lists('trending'));
  });

  test('a model that two claims ask for is fitted once', () => {
    const log = drawClaimLog(0);
    expect(log.lists('popularity')).toBe(log.lists('popularity'));
  });

  test('every claim is a finite number on the first log, and every page says which it makes', () => {
    const [{ values }] = runClaims({ first: 0, logs: 1 });
    expect(values).toHaveLength(allClaims.length);
    expect(allClaims.length).toBeGreaterThan(0);
    expect(values.every(Number.isFinite)).toBe(true);
    const said = sentencesIn(readPages(join(root, 'docs')), {}).map(({ name }) => name);
    expect(said.toSorted()).toEqual(allClaims.map(([name]) => name));
  });
});

test('what pages quote of these logs is what the claims measured, world by world', () => {
  const log = drawClaimLog(3);
  const usual = log.mean('recall', 'trending', { halfLife: 125 });
  const passing = log.in('fashions').mean('recall', 'popularity');
  log.mean('map', 'random');
  expect(Object.fromEntries(log.recalls())).toEqual({
    [recallName('trending', { halfLife: 125 })]: usual,
    [recallName('popularity', {}, 'fashions')]: passing,
  });
  const measured = recallName('popularity');
  expect(recallFrom({ [measured]: 0.123 })('popularity')).toBe(0.123);
});

test('other logs begin at another seed, and the usual ones at 0', () => {
  expect(usualClaims).toEqual({ first: 0, logs: 30 });
  const heard: number[] = [];
  const rows = runClaims({ first: 30, logs: 1 }, ({ seed }) => heard.push(seed));
  const log = drawClaimLog(30);
  expect(rows).toEqual([{ seed: 30, values: allClaims.map(([, { measure }]) => measure(log)) }]);
  expect(heard).toEqual([30]);
});

describe('the page of the claims', () => {
  const [held] = heldClaims([claim], clear, [sentence]);
  const printed = { ...held, chapter: 'BPR', link: '/models/bpr' };

  test('says what was found on how many logs', () => {
    const chapters = byChapter([printed], clear);
    expect(findingOf(chapters, 3)).toBe('All 1 sentences that compare hold on 3 logs');
    expect(chapters[0].claims[0]).toMatchObject({ anchor: 'bpr-ahead', at: 'claim-ahead' });
    expect(sayEvidence(chapters[0].claims[0])).toMatch(
      /^The sentence needs an interval that lies above 0\. It is .* around a mean of 0\.223; above 0 on 3 of 3 logs\.$/,
    );
  });

  test.for([
    [{ below: 0.21 }, 'below 0.21 on 1 of 3 logs', [0.21]],
    [{ between: [0.1, 0.22] as const }, 'within these limits on 2 of 3 logs', [0.1, 0.22]],
    [{ undecided: 0.21 }, 'above 0.21 on 2 of 3 logs', [0.21]],
  ] as const)('counts the logs for %j', ([needs, count, borders]) => {
    const [{ claims }] = byChapter([{ ...printed, needs }], clear);
    expect(sayEvidence(claims[0])).toContain(count);
    expect(bordersOf(claims[0])).toEqual(borders);
  });

  test('says of other logs that the book has not seen them', () => {
    const chapters = byChapter([printed], clear);
    expect(findingOf(chapters, 3, true)).toBe(
      '1 of 1 sentences hold on three logs that the book has not seen',
    );
  });

  test('tells of one that does not hold in this browser', () => {
    const chapters = byChapter([printed], [row(0, 0.2), row(1, -0.2)]);
    expect(findingOf(chapters, 2)).toBe('0 of 1 sentences that compare hold on 2 logs');
  });
});
