// The state of a demo as a URL query, both ways: only what differs from the default, and nothing
// that a control could not hold. A second demo on a page puts its name before those of its fields, as in
// `tune.factors`, and each leaves alone what is the other's.
import { isAllowed } from './fields.ts';
import type { Field, Values } from './fields.ts';

export interface QueryState {
  /** The values that the query holds, of those that are allowed. */
  readonly values: Values;
  /** What was ignored, in words. */
  readonly ignored: readonly string[];
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
const longest = 24;

const shorten = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

/** The value that this text stands for; NaN for none. */
function readValue({ choices, orAll }: Field, text: string): number {
  if (orAll && text === 'all') return Infinity;
  if (choices) return choices.includes(text) ? choices.indexOf(text) : NaN;
  return text.length <= longest && decimal.test(text) ? Number(text) : NaN;
}

/** The demos that share a page with another. */
const guests = ['tune.', 'alike.', 'draw.'];

/** Whose a name is: the guest that it begins with, or the empty string for the page's main demo. */
const ownerOf = (name: string): string => guests.find((guest) => name.startsWith(guest)) ?? '';

/** A query without its question mark, as pairs: what belongs to the owner of the fields, and the rest. */
function partsOf(fields: readonly Field[], search: string): { own: string[]; others: string[] } {
  const owner = ownerOf(fields[0].name);
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean);
  const isOwn = (pair: string): boolean => ownerOf(pair) === owner;
  return { own: pairs.filter(isOwn), others: pairs.filter((pair) => !isOwn(pair)) };
}

/** The part of a query that belongs to the owner of the fields. */
export const ownPart = (fields: readonly Field[], search: string): string =>
  partsOf(fields, search).own.join('&');

/** Reads a query; whatever is nonsense in it leaves the default standing. */
export function parseQuery(fields: readonly Field[], search: string): QueryState {
  const params = new URLSearchParams(ownPart(fields, search));
  const values: Record<string, number> = {};
  const ignored: string[] = [];
  for (const name of new Set(params.keys())) {
    const field = fields.find((f) => f.name === name);
    const given = params.getAll(name);
    const text = given.join(', ');
    if (!field) ignored.push(shorten(name) || 'a value without a name');
    else if (isAllowed(field, readValue(field, text))) values[name] = readValue(field, text);
    else ignored.push(`${name}=${shorten(text)}`);
  }
  return { values, ignored };
}

/**
 * `?alpha=1&user=5`, or the empty string when every value is the default.
 * @param search the query as it is: what belongs to another demo stays in it
 */
export function formatQuery(fields: readonly Field[], values: Values, search = ''): string {
  const own = fields
    .filter(({ name, default: usual }) => values[name] !== undefined && values[name] !== usual)
    .map(
      ({ name, choices }) =>
        `${name}=${choices?.[values[name]] ?? (values[name] === Infinity ? 'all' : values[name])}`,
    );
  const pairs = [...own, ...partsOf(fields, search).others];
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** What the reader is told of an ignored part of the address; empty when there is none. */
export function noteOf(ignored: readonly string[]): string {
  if (ignored.length === 0) return '';
  const shown = ignored.slice(0, 3).join(', ');
  const more = ignored.length > 3 ? ` and ${ignored.length - 3} more` : '';
  return `Ignored in the address, because no control can hold it: ${shown}${more}.`;
}
