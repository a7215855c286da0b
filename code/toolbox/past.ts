// #region past
/**
 * What was read, looked up by item and by user.
 */
import { inTimeOrder } from './order.ts';
import type { Log } from './rows.ts';
// #endregion past

// #region events-by-item
/** The events of each item, in the order of their rows. */
export interface Events {
  /** Those of item i are in places starts[i] to starts[i + 1] - 1. */
  readonly starts: Int32Array;
  readonly users: Int32Array;
  readonly times: Float64Array;
}

/** Sorts the events by item, once, so that none has to be looked for. */
export function eventsByItem(log: Log): Events {
  const { items, nItems } = log;
  const starts = new Int32Array(nItems + 1);
  for (let n = 0; n < items.length; n++) starts[items[n] + 1]++;
  for (let i = 0; i < nItems; i++) starts[i + 1] += starts[i];

  const next = starts.slice();
  const users = new Int32Array(items.length);
  const times = new Float64Array(items.length);
  for (let n = 0; n < items.length; n++) {
    const place = next[items[n]]++;
    users[place] = log.users[n];
    times[place] = log.times[n];
  }
  return { starts, users, times };
}

/** What each event of the item gives to its user. */
export function takersOf(
  { starts, users, times }: Events,
  item: number,
  weightAt: (time: number) => number,
): (readonly [user: number, weight: number])[] {
  const takers = users.subarray(starts[item], starts[item + 1]);
  return Array.from(takers, (user, n) => {
    return [user, weightAt(times[starts[item] + n])] as const;
  });
}

// #endregion events-by-item

// #region past-of-users
/** A user's interactions, oldest first. */
export interface Past {
  readonly items: number[];
  readonly times: number[];
}

/** Each user's interactions, also for users who have none. */
export function pastOf(log: Log): Past[] {
  const past = Array.from({ length: log.nUsers }, (): Past => {
    return { items: [], times: [] };
  });
  for (const n of inTimeOrder(log)) {
    past[log.users[n]].items.push(log.items[n]);
    past[log.users[n]].times.push(log.times[n]);
  }
  return past;
}
// #endregion past-of-users
