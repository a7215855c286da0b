// A log for five time lines, and how a split of it is read. Nothing here splits: see split.ts.
import type { Interaction } from '../../../code/recsys.ts';
import { people } from '../../kit/paperNames.ts';

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
export const ruleNames: readonly (readonly [rule: Rule, words: string])[] = [
  ['last', 'the last event of each'],
  ['last-new', 'the last new item of each'],
  ['cut', 'what follows one cut for all'],
];
/** Where the figure cuts at first. */
export const firstCut = 12;

export interface Event {
  readonly user: number;
  readonly item: number;
  readonly time: number;
  readonly repeat: boolean;
  readonly part: 'train' | 'test' | 'dropped';
}

/** What became of each event, in order of time. */
export interface Parts {
  readonly parts: readonly Event['part'][];
  /** See Split. */
  readonly leak: number;
}

export interface Split {
  readonly events: readonly Event[];
  readonly train: readonly Event[];
  /** The held-out event of each user who has one. */
  readonly tests: ReadonlyMap<number, Event>;
  /** Training events that are later than the user's test, by user. */
  readonly later: ReadonlyMap<number, readonly number[]>;
  /** The share of later ones among the training events, mean over the users who are asked. */
  readonly leak: number;
}

export function readSplit({ parts, leak }: Parts): Split {
  const met = new Set<string>();
  const events = splitLog.map(([user, item, time]): Event => {
    const repeat = met.has(`${user} ${item}`);
    met.add(`${user} ${item}`);
    return { user, item, time, repeat, part: parts[time] };
  });
  const train = events.filter(({ part }) => part === 'train');
  const tests = new Map(
    events.filter(({ part }) => part === 'test').map((held) => [held.user, held]),
  );
  const times = train.map(({ time }) => time);
  const later = new Map(
    Array.from(tests, ([user, held]) => [user, times.filter((time) => time > held.time)]),
  );
  return { events, train, tests, later, leak };
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
    ? 'not for the first time: no list of new items can hold it'
    : 'for the first time';
  const cold = own.some(({ part }) => part === 'train')
    ? ''
    : ` ${name} has no past to learn from.`;
  const leak =
    future > 0
      ? `${future} of the ${train.length} training events come later.`
      : 'No training event comes later.';
  return `The hidden item is the one ${name} took at time ${held.time}, ${kind}.${cold} ${leak}`;
}
