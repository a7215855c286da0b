// A log for five time lines, and what each rule of splitting makes of it.
import { leakOf, splitAtTime } from '../../../../code/laboratory.ts';
import { trainTestSplitLast } from '../../../../code/recsys.ts';
import type { Interaction } from '../../../../code/recsys.ts';
import { people } from '../paperNames.ts';

/** Time counts the events, as in the book's log. Ada leaves early, Eve comes late, Dan comes once. */
export const splitLog: readonly Interaction[] = (
  [
    [0, 0],
    [1, 1],
    [0, 1],
    [2, 2],
    [1, 2],
    [0, 0],
    [2, 0],
    [0, 2],
    [1, 3],
    [3, 0],
    [2, 4],
    [4, 4],
    [1, 1],
    [4, 3],
    [2, 2],
    [1, 2],
    [4, 0],
    [2, 3],
    [4, 4],
  ] as const
).map(([user, item], time) => [user, item, time]);

export const rules = ['last', 'last-new', 'cut'] as const;
export type Rule = (typeof rules)[number];

export interface Event {
  readonly user: number;
  readonly item: number;
  readonly time: number;
  readonly repeat: boolean;
  readonly part: 'train' | 'test' | 'dropped';
}

export interface Split {
  readonly events: readonly Event[];
  readonly train: readonly Interaction[];
  /** The held-out event of each user who has one. */
  readonly tests: ReadonlyMap<number, Event>;
  /** Training events that are later than the user's test, by user. */
  readonly later: ReadonlyMap<number, readonly number[]>;
  /** The share of later ones among the training events, mean over the users who are asked. */
  readonly leak: number;
}

/** @param cut events at this time and later are not for training; asked of the rule 'cut' alone */
export function splitBy(rule: Rule, cut: number): Split {
  const { train, test } =
    rule === 'cut'
      ? splitAtTime(splitLog, (cut + 0.5) / splitLog.length)
      : trainTestSplitLast(splitLog, people.length, { holdOut: rule });
  const isTrained = new Set(train.map(([, , time]) => time));
  const met = new Set<string>();
  const tests = new Map<number, Event>();
  const events = splitLog.map(([user, item, time]): Event => {
    const repeat = met.has(`${user} ${item}`);
    met.add(`${user} ${item}`);
    const part = isTrained.has(time) ? 'train' : 'dropped';
    const event: Event = { user, item, time, repeat, part };
    if (part === 'train' || tests.has(user) || test.get(user) !== item) return event;
    const held: Event = { ...event, part: 'test' };
    tests.set(user, held);
    return held;
  });
  const times = train.map(([, , time]) => time);
  return {
    events,
    train,
    tests,
    later: new Map(
      Array.from(tests, ([user, held]) => [user, times.filter((time) => time > held.time)]),
    ),
    leak: leakOf(train, test, splitLog),
  };
}

/** What the rule makes of one person, in a sentence or two. */
export function aboutPerson({ events, train, tests, later }: Split, user: number): string {
  const name = people[user];
  const held = tests.get(user);
  const own = events.filter((event) => event.user === user);
  if (!held) {
    if (own.length === 1)
      return `${name} came once. The event is for training or none, and ${name} is not asked.`;
    const after = own.filter(({ part }) => part !== 'train').length;
    const why = after > 0 ? 'nothing new after the cut' : 'nothing after the cut';
    return `${name} takes ${why}, and is not asked.`;
  }
  const future = later.get(user)?.length ?? 0;
  const kind = held.repeat
    ? `which ${name} has had: no list of new items can hold it`
    : `new to ${name}`;
  const cold = own.some(({ part }) => part === 'train')
    ? ''
    : ` ${name} has no past to learn from.`;
  const leak =
    future > 0
      ? `${future} of the ${train.length} training events come later.`
      : 'No training event comes later.';
  return `${name} is asked for the item of time ${held.time}, ${kind}.${cold} ${leak}`;
}
