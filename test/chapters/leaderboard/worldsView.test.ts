// What is said of several worlds comes from their numbers: who leads, who is clearly behind, who moves where.
import { describe, expect, test } from 'vitest';
import { job, runWorlds } from '../../../.vitepress/chapters/leaderboard/worlds.job.ts';
import type { WorldRows, WorldsSpec } from '../../../.vitepress/chapters/leaderboard/worlds.job.ts';
import {
  aboutMove,
  aboutPanel,
  findingOfWorlds,
  panelsOf,
  worldsPrediction,
  worldTable,
} from '../../../.vitepress/chapters/leaderboard/worldsView.ts';
import { fitLog, readLogs, usualSetup } from '../../../code/evaluation/laboratory.ts';
import { onceEach } from '../../../code/evaluation/tuned.ts';
import { findWorld } from '../../../code/evaluation/worlds.ts';
import { range } from '../../support/logs.ts';
import { someTuned } from '../../support/tuned.ts';

const rows = (world: string, of: Record<string, readonly number[]>): WorldRows => ({
  world,
  entries: Object.entries(of).map(([id, values]) => ({ id, title: id.toUpperCase(), values })),
});
const usual = rows('usual', { a: [0.4, 0.42], b: [0.3, 0.33], oracle: [0.5, 0.5] });
const turned = rows('genres-32', { a: [0.2, 0.21], b: [0.3, 0.3101], oracle: [0.4, 0.4] });
const near = rows('heavy-tail', { a: [0.2, 0.31], b: [0.3, 0.22], oracle: [0.4, 0.4] });

describe('several worlds', () => {
  test('have a leader each, and those who cannot be told apart from it log by log', () => {
    const panels = panelsOf([usual, turned, near]);
    expect(panels.map(({ lead }) => lead.id)).toEqual(['a', 'b', 'b']);
    expect(panels.map((panel) => panel.near.map(({ id }) => id))).toEqual([[], [], ['a']]);
    expect(panels.map(({ oracle }) => oracle)).toEqual([0.5, 0.4, 0.4]);
    expect(panels[1].lines.map(({ id, place }) => [id, place])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(aboutPanel(panels[1])).toBe(
      'B leads with 0.305 of the 0.400 that can be had, clearly ahead of all others.',
    );
    expect(aboutPanel(panels[2])).toMatch(/; A cannot be told apart from it\.$/);
  });

  test('say where the first leader is clearly behind, and nowhere else', () => {
    expect(findingOfWorlds(panelsOf([usual, turned, near]))).toBe(
      'A leads in the usual world, and is clearly behind another model in 1 of 2 others: “32 genres” (B)',
    );
    expect(findingOfWorlds(panelsOf([usual, near]))).toBe(
      'A leads in the usual world, and in none of the 1 others is it clearly behind',
    );
  });

  test('call a tuned model by one name in every sentence, as each takes part once', () => {
    const named = { ...usual, entries: [{ ...usual.entries[0], title: 'EASE, tuned' }] };
    const [{ lines, lead }] = panelsOf([named]);
    expect([lines[0].title, lead.title]).toEqual(['EASE', 'EASE']);
    expect(findingOfWorlds(panelsOf([named, named]))).toMatch(/^EASE leads in the usual world/);
  });

  test('are guessed before they are seen, by how often the first leader is clearly behind', () => {
    const { answers, right, finding, question } = worldsPrediction(2);
    expect(question).toContain('of the two others');
    expect(answers).toEqual(['In none of them', 'In one of them', 'In all of them']);
    const panels = panelsOf([usual, turned, near]);
    expect(right(panels, panels)).toBe(1);
    // The title says where the first leader is behind; this, who leads where.
    expect(finding(panels, panels)).toBe(
      'Who leads: As usual, A with 0.410; 32 genres, B with 0.305; Heavy tail, B with 0.260.',
    );
    const [first, second] = [panelsOf([usual, near]), panelsOf([usual, turned])];
    expect([right(first, first), right(second, second)]).toEqual([0, 1]);
  });

  test('say what becomes of one model', () => {
    const panels = panelsOf([usual, turned, near]);
    expect(aboutMove(panels, 'a', 'genres-32')).toMatch(
      /^A has place 1 of 2 with 0\.410 in the usual world, and place 2 with 0\.205 in the world “32 genres”, 0\.100 behind B \(95 % interval 0\.\d{3} to 0\.\d{3}\)\.$/,
    );
    expect(aboutMove(panels, 'b', 'genres-32')).toMatch(/place 1 with 0\.305 in .*”\.$/);
    expect(aboutMove(panels, 'a', 'fashions')).toBe('');
  });

  test('stand in one table, a row for each model', () => {
    const table = worldTable(panelsOf([usual, turned]));
    expect(table.map(({ id }) => id)).toEqual(['a', 'b']);
    const cell: unknown = table[0]['genres-32' as keyof (typeof table)[0]];
    expect(String(cell)).toMatch(/^2\. 0\.205 \(/);
    // Whoever saves the table has all digits.
    expect(JSON.stringify(cell)).toMatch(/"value":"0\.\d+ \[0\.\d+, 0\.\d+\]"/);
  });
});

describe('the run over worlds', () => {
  const spec: WorldsSpec = {
    worlds: ['usual', 'genres-4'],
    seeds: 2,
    split: 'last-new',
    k: 10,
    tuned: someTuned,
  };
  const answer = runWorlds(spec);

  test('has each model once, tuned where it is, and the oracle', () => {
    const ids = onceEach(someTuned).map(({ id }) => id);
    expect(ids).toContain('implicit-als-tuned');
    expect(ids).not.toContain('implicit-als');
    expect(new Set(ids).size).toBe(ids.length);
    expect(answer.map(({ world }) => world)).toEqual(spec.worlds);
    for (const { entries } of answer) expect(entries.map(({ id }) => id)).toEqual(ids);
  });

  test('finds on every log what the laboratory finds there', () => {
    for (const { world, entries } of answer) {
      const setup = { ...usualSetup, world: findWorld(world).id, tuned: someTuned };
      range(2).forEach((seed) => {
        const read = readLogs([fitLog(setup, seed)], setup);
        for (const { id, values } of entries) {
          expect(values[seed]).toBeCloseTo(read.find((row) => row.id === id)?.mean ?? NaN, 12);
        }
      });
    }
  });

  test('takes the logs of the usual world that are there, and finds the same', () => {
    const setup = { ...usualSetup, tuned: someTuned };
    const logs = range(2).map((seed) => fitLog(setup, seed));
    expect(runWorlds(spec, logs)).toEqual(answer);
  });

  test('tells of each log, and its answer can be printed', () => {
    const told: [string, number, number][] = [];
    const telling = {
      progress: (id: string, { step, total }: { step: number; total: number }) =>
        told.push([id, step, total]),
      part: () => undefined,
      fresh: true,
    };
    expect(job.run(spec, telling)).toEqual(answer);
    expect(told).toEqual([
      ['usual', 0, 4],
      ['usual', 1, 4],
      ['genres-4', 2, 4],
      ['genres-4', 3, 4],
    ]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
