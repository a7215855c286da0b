// What the map of settings shows, as plain functions.
import { holm } from '../../../code/evaluation/comparisons.ts';
import { exactInterval } from '../../kit/exact.ts';
import { inSeries } from '../../kit/inSeries.ts';
import { decimal } from '../../kit/numbers.ts';
import type { TunedAll, TunedRow } from './tuneAlike.job.ts';
import type { TuneCell, TuneMap } from './tuning.job.ts';

/** A recall has shade n when it is at least the nth of these; else shade 0. */
export const shadeFrom = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4] as const;

export const shadeOf = (recall: number): number =>
  shadeFrom.filter((from) => recall >= from).length;

type Setting = Pick<TuneCell, 'alpha' | 'reg'>;

/** The rows and the columns of the map. */
export function axesOf(cells: readonly Setting[]): { regs: number[]; alphas: number[] } {
  return {
    regs: [...new Set(cells.map(({ reg }) => reg))],
    alphas: [...new Set(cells.map(({ alpha }) => alpha))],
  };
}

/** Where an arrow key leads, on a grid with so many columns; an edge holds. */
export function moved(place: number, key: string, columns: number, total: number): number {
  const [row, column] = [Math.floor(place / columns), place % columns];
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? place - 1 : place;
    case 'ArrowRight':
      return column < columns - 1 ? place + 1 : place;
    case 'ArrowUp':
      return row > 0 ? place - columns : place;
    case 'ArrowDown':
      return place + columns < total ? place + columns : place;
    case 'Home':
      return place - column;
    case 'End':
      return place - column + columns - 1;
    default:
      return place;
  }
}

// The spaces before the values do not break.
export const nameOf = ({ alpha, reg }: Setting): string => `alpha\u00a0${alpha}, reg\u00a0${reg}`;
const inWords = ({ alpha, reg }: Setting): string => `alpha\u00a0${alpha} with reg\u00a0${reg}`;

/** What is written below the number of a cell; which is best is known when all are there. */
export function tagOf(
  { best, usual }: { readonly best?: number; readonly usual: number },
  place: number,
): string {
  if (place === best) return 'best';
  return place === usual ? 'default' : '';
}

/** The finding: what the defaults find, and what the chosen setting finds. */
export function findingOfMap({ spec, cells, best, usual, behind, n }: TuneMap): string {
  const [chosen, given] = [cells[best], cells[usual]];
  const start = `With ${spec.factors} factors, the default ${inWords(given)} finds ${decimal(given.recall.mean)}`;
  if (best === usual) return `${start}, and no other setting finds more`;
  const lead = `${start}; ${inWords(chosen)} finds ${decimal(chosen.recall.mean)}`;
  return behind[usual].low > 0 ? lead : `${lead}, but ${n} people cannot tell the two apart`;
}

/** The finding while cells are still to come. */
export function findingSoFar(cells: readonly TuneCell[], total: number): string {
  if (cells.length === 0) return `None of ${total} settings tried yet`;
  const best = cells.reduce((a, b) => (b.recall.mean > a.recall.mean ? b : a));
  return `${cells.length} of ${total} settings tried; so far ${inWords(best)} finds most, ${decimal(best.recall.mean)}`;
}

/** The best of the cells that share the default's row, or its column. */
function bestAlong({ cells, usual }: TuneMap, name: 'alpha' | 'reg'): number {
  const line = cells.filter((cell) => cell[name] === cells[usual][name]);
  return Math.max(...line.map(({ recall }) => recall.mean));
}

/** How far one of the two gets without the other, and how wide the top is. */
export function aboutMoves(map: TuneMap): string {
  const alone = `From the default, changing alpha alone reaches ${decimal(bestAlong(map, 'reg'))} at most, changing reg alone ${decimal(bestAlong(map, 'alpha'))}.`;
  const others = map.cells.length - 1;
  const tied = map.behind.filter((cell, place) => place !== map.best && cell.tied).length;
  return `${alone} Of the other ${others} settings, ${tied} cannot be told apart from the best, user by user.`;
}

/** How much of the best score is luck. */
export function aboutCurse({ curse, n }: TuneMap): string {
  return `The best score is too kind, because it was chosen for being the best. Choose on a random half of these ${n} people: the winner has ${decimal(curse.where)} on that half and ${decimal(curse.elsewhere)} on the other (mean of 1,000 halvings).`;
}

/** What the panel says of a cell. */
export interface Readout {
  readonly title: string;
  readonly recall: string;
  readonly interval: string;
  readonly verdict: string;
}

const estimateText = ({ low, high }: { low: number; high: number }): string =>
  `${decimal(low)} to ${decimal(high)}`;

export function readoutOf(map: TuneMap, place: number): Readout {
  const { k, n, best, cells, behind } = map;
  const { recall } = cells[place];
  const hits = Math.round(recall.mean * n);
  return {
    title: nameOf(cells[place]),
    recall: decimal(recall.mean),
    interval: `${hits} of ${n} people find their hidden item among the first ${k}; 95 % interval ${estimateText(recall)}.`,
    verdict: place === best ? isBest : verdictOf(behind[place], cells.length - 1),
  };
}

const isBest = 'The best of the map: this setting is chosen.';

function verdictOf(by: TuneMap['behind'][number], comparisons: number): string {
  const gap = `${decimal(by.mean)} below the best (${estimateText(by)})`;
  if (!by.tied) return `${gap}: clearly worse.`;
  if (by.low <= 0) return `${gap}: these people cannot tell the two apart.`;
  return `${gap}. Alone this would count; corrected for ${comparisons} comparisons it does not.`;
}

/** The address of the model's chapter with this setting. */
export function chapterOf({ alpha, reg }: Setting, factors: number): string {
  return `/models/implicit-als?alpha=${alpha}&reg=${reg}&factors=${factors}`;
}

/** The two looks at the test set: what the class would have done, and what was chosen. */
export function testRows({ cells, best, usual, test }: TuneMap) {
  const row = (name: string, place: number, found: TuneMap['test']['best']) => ({
    name: `${name}: ${nameOf(cells[place])}`,
    validation: decimal(cells[place].recall.mean),
    test: decimal(found.mean),
    interval: estimateText(found).replace(' to ', '–'),
  });
  return [row('default', usual, test.usual), row('chosen', best, test.best)];
}

/** The finding: who leads when all are tuned, and from whom they cannot be told apart. */
export function findingOfAll({ rows, tied }: TunedAll): string {
  const lead = rows.reduce((a, b) => (b.test.chosen.mean > a.test.chosen.mean ? b : a));
  const start = `With every model tuned, ${lead.title} leads on the test set with ${decimal(lead.test.chosen.mean)}`;
  if (tied.length === 0) return `${start}, and no other model is tied with it`;
  const others = rows.filter(({ id }) => tied.includes(id));
  const names = others.map(({ title, test }) => `${title} (${decimal(test.chosen.mean)})`);
  return `${start}; ${inSeries(names)} cannot be told apart from it`;
}

const change = ({ usual, chosen }: { usual: number; chosen: number }): string =>
  usual === chosen ? decimal(chosen) : `${decimal(usual)} → ${decimal(chosen)}`;

/** How many settings each model was allowed. */
export function aboutBudget(rows: readonly TunedRow[]): string {
  const most = Math.max(...rows.map(({ tried }) => tried));
  const still = rows.filter(({ tried }) => tried < most).map(({ title }) => title);
  const rest =
    still.length > 0 ? `; ${inSeries(still)} ${still.length > 1 ? 'have' : 'has'} none` : '';
  return `Each model was allowed ${most} settings, its defaults among them${rest}.`;
}

/** One that clearly lost on the test what it had won on validation. */
const clearLoss = ({ title, chosen, validation, test }: TunedRow): string =>
  `${title}, with ${chosen}, rose from ${decimal(validation.usual)} to ${decimal(validation.chosen)} there and fell from ${decimal(test.usual)} to ${decimal(test.chosen.mean)} on the test: it lost ${test.change.lost} people and gained ${test.change.gained}`;

/** One that has less on the test, by so few people that it says nothing. */
function unclearLoss({ title, chosen, test }: TunedRow, n: number): string {
  const { gained, lost } = test.change;
  const fewer = lost - gained;
  return `${title}, with ${chosen}, found ${fewer} of ${n} people fewer there than with its defaults, as it gained ${gained} and lost ${lost}: that may well be chance.`;
}

/** Whom the choice helped on validation and harmed on the test, as far as the test users can tell. */
export function aboutHarm({ rows, n }: Pick<TunedAll, 'rows' | 'n'>): string {
  const tuned = rows.filter(({ tried }) => tried > 1);
  const ps = holm(tuned.map(({ test }) => test.change.p));
  const harmed = tuned
    .map((row, place) => ({ row, isClear: ps[place] <= 0.05 }))
    .filter(({ row: { validation, test } }) => {
      return validation.chosen > validation.usual && test.chosen.mean < test.usual;
    });
  if (harmed.length === 0) return 'Whoever gained on validation lost nothing on the test.';
  const clear = harmed.filter(({ isClear }) => isClear).map(({ row }) => clearLoss(row));
  const unclear = harmed.filter(({ isClear }) => !isClear).map(({ row }) => unclearLoss(row, n));
  const first =
    clear.length > 0
      ? `A better score on validation is no promise. ${clear.join('; ')}.`
      : 'No model that gained on validation clearly lost on the test.';
  return [first, ...unclear].join(' ');
}

export function rowsOfAll(rows: readonly TunedRow[]) {
  return rows.map(({ id, title, tried, chosen, validation, test }) => ({
    id,
    model: title,
    tried,
    chosen: chosen || 'has no settings',
    validation: change(validation),
    test: change({ usual: test.usual, chosen: test.chosen.mean }),
    interval: exactInterval(
      test.chosen,
      `${decimal(test.chosen.low)}–${decimal(test.chosen.high)}`,
    ),
  }));
}
