// What the log of a library and what is learnt from it take in memory, by the arrays that the module makes.
import { BYTES_PER_PAIR } from '../../../code/toolbox/similar.ts';
import { bytes } from '../../kit/bytes.ts';
import { inSeries } from '../../kit/inSeries.ts';
import { inWords } from '../../kit/inWords.ts';
import { count } from '../../kit/numbers.ts';

/** Each event is taken to be of another item, as long as there are others. */
export interface Size {
  readonly users: number;
  readonly items: number;
  readonly events: number;
}

export interface Need {
  readonly id: 'dense' | 'sparse' | 'similar' | 'factors';
  /** As a sentence says it. */
  readonly title: string;
  readonly formula: string;
  readonly bytes: number;
}

export const perNumber = Float64Array.BYTES_PER_ELEMENT;
export const perIndex = Int32Array.BYTES_PER_ELEMENT;

/** About what a browser of today gives to one tab. */
export const tab = 4e9;

export const denseBytes = (rows: number, columns: number): number => perNumber * rows * columns;

/** @param ones how many cells are 1 */
export const sparseBytes = (rows: number, ones: number): number => perIndex * (rows + 1 + ones);

/** @param pairs how many items the rows hold together */
export const tableBytes = (items: number, pairs: number): number =>
  BYTES_PER_PAIR * pairs + perIndex * (items + 1);

/** At most so many pairs of items share a user: all there are, or those of each user. */
function pairsOf({ users, items, events }: Size): number {
  const own = Math.min(events, items);
  return Math.min(items * (items - 1), users * own * (own - 1));
}

/** @param factors how many each user and item has */
export function needsOf(size: Size, factors: number): Need[] {
  const { users, items, events } = size;
  return [
    {
      id: 'dense',
      title: 'the full table',
      formula: `${perNumber} × users × items`,
      bytes: denseBytes(users, items),
    },
    {
      id: 'sparse',
      title: 'the sparse matrix',
      formula: `${perIndex} × (users + 1 + ones)`,
      bytes: sparseBytes(users, users * Math.min(events, items)),
    },
    {
      id: 'similar',
      title: 'the similarities of items',
      formula: `${BYTES_PER_PAIR} × pairs + ${perIndex} × (items + 1)`,
      bytes: tableBytes(items, pairsOf(size)),
    },
    {
      id: 'factors',
      title: 'the factors',
      formula: `${perNumber} × ${factors} × (users + items)`,
      bytes: denseBytes(users + items, factors),
    },
  ];
}

export interface Outgrown {
  readonly size: Size;
  /** What the models keep, the full table aside. */
  readonly kept: readonly Need[];
  /** The place among them of the one that outgrew the tab; of several, the largest. */
  readonly first: number;
}

/** Users and items double again and again, until one of those that are kept is larger than a tab. */
export function outgrow(size: Size, factors: number): Outgrown {
  const kept = needsOf(size, factors).filter(({ id }) => id !== 'dense');
  const sizes = kept.map((need) => need.bytes);
  const most = Math.max(...sizes);
  if (most > tab) return { size, kept, first: sizes.indexOf(most) };
  return outgrow({ ...size, users: 2 * size.users, items: 2 * size.items }, factors);
}

/** "the full table (40 GB) and the factors (5 GB)" */
const withSizes = (needs: readonly Need[]): string =>
  inSeries(needs.map((need) => `${need.title} (${bytes(need.bytes)})`));

/** What fits and what does not, in a sentence. */
export function findingOf(needs: readonly Need[]): string {
  const [large] = needs.toSorted((a, b) => b.bytes - a.bytes);
  const over = needs.filter((need) => need.bytes > tab);
  if (over.length === 0)
    return `A tab holds all ${inWords(needs.length)}; the largest is ${withSizes([large])}`;
  if (over.length === needs.length)
    return `Not one of the ${inWords(needs.length)} fits into a tab; the largest is ${withSizes([large])}`;
  return `Too large for a tab: ${withSizes(over)}`;
}

/** What came out of the growth, after the guess. */
export function sayOutgrown({ size, kept }: Outgrown): string {
  const needs = kept
    .toSorted((a, b) => a.bytes - b.bytes)
    .map(({ id, title, bytes: own }) => {
      const most = id === 'similar' ? 'up to ' : '';
      return `${title} ${id === 'sparse' ? 'takes' : 'take'} ${most}${bytes(own)}`;
    });
  const said = inSeries(needs, ', and ');
  return `With ${count(size.users)} users and ${count(size.items)} items ${said}.`;
}
