/** Values in words, for messages that show the smallest log and the list. */
import type { CaseLog } from './cases.ts';

const MANY = 16;

/** A value as its source would write it, cut short. */
export function say(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return sayAll(value);
  if (value instanceof Float64Array) return sayAll(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

function sayAll(values: ArrayLike<unknown>): string {
  const some = Array.from(
    { length: Math.min(values.length, MANY) },
    (_, n) => say(values[n]),
  );
  const more = values.length > MANY ? `, … (${values.length} in all)` : '';
  return `[${some.join(', ')}${more}]`;
}

/** "2 users, 3 items, rows [user, item, time]: [[0, 1, 0]]" */
export function sayLog({ rows, nUsers, nItems, names }: CaseLog): string {
  const users = nUsers === 1 ? '1 user' : `${nUsers} users`;
  const items = nItems === 1 ? '1 item' : `${nItems} items`;
  const renamed = names.some((name, i) => name !== i);
  const known = renamed ? `, known as ${say(names)}` : '';
  const head = `${users}, ${items}${known}, `;
  if (rows.length === 0) return `${head}no rows`;
  return `${head}rows [user, item, time]: ${say(rows)}`;
}
