// The state of a demo as a URL query, both ways: only what differs from the default, and nothing
// that a control could not hold.
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
function readValue({ choices }: Field, text: string): number {
  if (choices) return choices.includes(text) ? choices.indexOf(text) : NaN;
  return text.length <= longest && decimal.test(text) ? Number(text) : NaN;
}

/** Reads a query; whatever is nonsense in it leaves the default standing. */
export function parseQuery(fields: readonly Field[], search: string): QueryState {
  const params = new URLSearchParams(search);
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

/** `?alpha=1&user=5`, or the empty string when every value is the default. */
export function formatQuery(fields: readonly Field[], values: Values): string {
  const pairs = fields
    .filter(({ name, default: usual }) => values[name] !== undefined && values[name] !== usual)
    .map(({ name, choices }) => `${name}=${choices?.[values[name]] ?? values[name]}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** What the reader is told of an ignored part of the address; empty when there is none. */
export function noteOf(ignored: readonly string[]): string {
  if (ignored.length === 0) return '';
  const shown = ignored.slice(0, 3).join(', ');
  const more = ignored.length > 3 ? ` and ${ignored.length - 3} more` : '';
  return `Ignored in the address, because no control can hold it: ${shown}${more}.`;
}
