// What the worlds do to the order of the models, as plain functions.
import { overRuns } from '../../../code/evaluation/intervals.ts';
import type { Estimate } from '../../../code/evaluation/intervals.ts';
import { findWorld } from '../../../code/evaluation/worlds.ts';
import { exactEstimate } from '../../kit/exact.ts';
import { inWords } from '../../kit/inWords.ts';
import { decimal } from '../../kit/numbers.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import { listed } from './boardView.ts';
import type { WorldRows } from './worlds.job.ts';

export interface WorldLine extends Estimate {
  readonly id: string;
  readonly title: string;
  readonly values: readonly number[];
  /** From 1; the oracle has none. */
  readonly place: number;
}

/** One world: the models in the order of the catalogue, and what no model can pass in the mean. */
export interface WorldPanel {
  readonly world: string;
  readonly title: string;
  readonly lines: readonly WorldLine[];
  readonly oracle: number;
  /** Who leads, and who cannot be told from it on these logs. */
  readonly lead: WorldLine;
  readonly near: readonly WorldLine[];
}

const oracleId = 'oracle';

/** Each takes part once, so here it needs no second name: "EASE, tuned" is "EASE". */
const nameOf = (title: string): string => title.replace(/, tuned$/, '');

/** How far the one is ahead of the other, log by log. */
function ahead(a: Pick<WorldLine, 'values'>, b: Pick<WorldLine, 'values'>): Estimate {
  return overRuns(a.values.map((value, n) => value - b.values[n]));
}

export function panelsOf(rows: readonly WorldRows[]): WorldPanel[] {
  return rows.map(({ world, entries }) => {
    const all = entries.map((entry) => ({ ...entry, ...overRuns(entry.values) }));
    const models = all.filter(({ id }) => id !== oracleId);
    const lines = models.map((line) => ({
      ...line,
      title: nameOf(line.title),
      place: 1 + models.filter(({ mean }) => mean > line.mean).length,
    }));
    const [lead] = lines.toSorted((a, b) => b.mean - a.mean);
    return {
      world,
      title: findWorld(world).title,
      lines,
      oracle: all.find(({ id }) => id === oracleId)?.mean ?? NaN,
      lead,
      near: lines.filter((line) => line !== lead && ahead(lead, line).low <= 0),
    };
  });
}

/** The worlds in which the leader of the first is clearly behind another model. */
function beatenIn([usual, ...others]: readonly WorldPanel[]): WorldPanel[] {
  const { id } = usual.lead;
  return others.filter(({ lead, near }) => {
    return lead.id !== id && !near.some((line) => line.id === id);
  });
}

/** The finding: in how many worlds the leader of the first is clearly behind. */
export function findingOfWorlds(panels: readonly WorldPanel[]): string {
  const [usual, ...others] = panels;
  const { title } = usual.lead;
  const beaten = beatenIn(panels);
  const start = `${title} leads in the usual world`;
  if (beaten.length === 0)
    return `${start}, and in none of the ${others.length} others is it clearly behind`;
  const where = beaten.map((panel) => `“${panel.title}” (${panel.lead.title})`);
  return `${start}, and is clearly behind another model in ${beaten.length} of ${others.length} others: ${listed(where)}`;
}

const timesIn = (worlds: number, of: number): string => {
  if (worlds === 0) return 'In none of them';
  return worlds === of ? 'In all of them' : `In ${inWords(worlds)} of them`;
};

const leaderIn = ({ title, lead }: WorldPanel): string =>
  `${title}, ${lead.title} with ${decimal(lead.mean)}`;

/** What is asked before the worlds are shown: the answer is that of the printed logs. */
export function worldsPrediction(count: number): Prediction<readonly WorldPanel[]> {
  return {
    question: `One model leads in the usual world. In how many of the ${inWords(count)} others is it clearly behind another one?`,
    answers: Array.from({ length: count + 1 }, (_, worlds) => timesIn(worlds, count)),
    right: (panels) => beatenIn(panels).length,
    // The title of the figure says where it is behind.
    finding: (panels) => `Who leads: ${panels.map(leaderIn).join('; ')}.`,
  };
}

/** Who leads in one world, and how sure that is. */
export function aboutPanel({ lead, near, oracle }: WorldPanel): string {
  const start = `${lead.title} leads with ${decimal(lead.mean)} of the ${decimal(oracle)} that can be had`;
  if (near.length === 0) return `${start}, clearly ahead of all others.`;
  return `${start}; ${listed(near.map(({ title }) => title))} cannot be told apart from it.`;
}

/** What becomes of one model: its place and what it finds, here and there. */
export function aboutMove(panels: readonly WorldPanel[], id: string, world: string): string {
  const there = panels.find((panel) => panel.world === world);
  const [from, to] = [panels[0], there].map((panel) => panel?.lines.find((line) => line.id === id));
  if (!there || !from || !to) return '';
  const { lead } = there;
  const behind = ahead(lead, to);
  const start = `${from.title} has place ${from.place} of ${panels[0].lines.length} with ${decimal(from.mean)} in the usual world, and place ${to.place} with ${decimal(to.mean)} in the world “${there.title}”`;
  if (to === lead) return `${start}.`;
  return `${start}, ${decimal(behind.mean)} behind ${lead.title} (95 % interval ${decimal(behind.low)} to ${decimal(behind.high)}).`;
}

/** One row for each model, one column for each world. */
export const worldTable = (panels: readonly WorldPanel[]) =>
  panels[0].lines.map(({ id, title }, n) => ({
    id,
    model: title,
    ...Object.fromEntries(
      panels.map(({ world, lines }) => {
        const { mean, low, high, place } = lines[n];
        const text = `${place}. ${decimal(mean)} (${decimal(low)}–${decimal(high)})`;
        return [world, exactEstimate(lines[n], text)];
      }),
    ),
  }));
