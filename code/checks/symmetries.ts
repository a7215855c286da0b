/**
 * Ids are names: to deal them anew, or to add one that nobody uses, changes
 * nothing. A model that draws by id, as random starts do, can't promise it.
 */
import type { Interaction } from '../recsys.ts';
import type { CaseLog } from './cases.ts';
import { isNear, promise, shuffled, slackOf } from './promise.ts';
import type { Trial } from './trial.ts';
import { broken, nothingToSee, range } from './trial.ts';
import { say, sayLog } from './words.ts';

// #region renamed
/** Users and items under their new ids: old id -> new id. */
interface Renaming {
  readonly users: readonly number[];
  readonly items: readonly number[];
}

function renamed(data: CaseLog, { users, items }: Renaming): CaseLog {
  const names = data.names.slice();
  items.forEach((to, i) => (names[to] = data.names[i]));
  const rows = data.rows.map(([u, i, t]): Interaction => {
    return [users[u], items[i], t];
  });
  return { ...data, rows, names };
}

/** Breaks the promise where the scores do not go with the new ids. */
function followsNames(trial: Trial, data: CaseLog, to: Renaming): void {
  const other = renamed(data, to);
  const one = trial.answers(trial.fitted(data), data);
  // Asked in the old order, so that the order of asking plays no part.
  const two = trial.answers(trial.fitted(other), other, to.users);
  for (const user of one.users) {
    const a = one.scores[user];
    const b = to.items.map((i) => two.scores[user][i]);
    const slack = slackOf([...a, ...b]);
    // A score that is missing breaks another promise.
    const near = (s: number, i: number) =>
      b[i] === undefined || isNear(s, b[i], slack);
    if (a.every(near)) continue;
    broken(
      `scores(${user}) gave ${say(a)}; on ${sayLog(other)}, ` +
        `where this is user ${to.users[user]} and the items are ` +
        `${say(to.items)}, the same items have ${say(b)}`,
    );
  }
}
// #endregion renamed

const usersRenamed = promise({
  name: 'users renamed',
  sentence: 'When users exchange their ids, their scores go with them.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data, salt }) => {
    if (data.nUsers < 2) nothingToSee();
    const users = shuffled(range(data.nUsers), salt);
    followsNames(trial, data, { users, items: range(data.nItems) });
  },
});

const itemsRenamed = promise({
  name: 'items renamed',
  sentence: 'When items exchange their ids, their scores go with them.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data, salt }) => {
    if (data.nItems < 2) nothingToSee();
    const items = shuffled(range(data.nItems), salt);
    followsNames(trial, data, { users: range(data.nUsers), items });
  },
});

// #region one-more
/** Breaks the promise where a list changes because the log is larger. */
function sameListsOn(trial: Trial, data: CaseLog, larger: CaseLog): void {
  const one = trial.answers(trial.fitted(data), data);
  const two = trial.answers(trial.fitted(larger), larger, one.users);
  for (const user of one.users) {
    const [a, b] = [one.lists[user], two.lists[user]];
    // The new item may stand anywhere; of the others, nothing may move.
    const known = b.filter((i) => a.includes(i));
    const kept = a.filter((i) => b.includes(i));
    if (kept.every((i, n) => i === known[n])) continue;
    broken(
      `the list of user ${user} was ${say(a)}; ` +
        `it is ${say(b)} on ${sayLog(larger)}`,
    );
  }
}

const oneUserMore = promise({
  name: 'one user more',
  sentence: 'A new user without history changes the list of nobody else.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data }) => {
    sameListsOn(trial, data, { ...data, nUsers: data.nUsers + 1 });
  },
});

const oneItemMore = promise({
  name: 'one item more',
  sentence: 'A new item that nobody has lets all other items keep order.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data }) => {
    const { nItems, names } = data;
    sameListsOn(trial, data, {
      ...data,
      nItems: nItems + 1,
      names: [...names, nItems],
    });
  },
});
// #endregion one-more

/** What ids may not decide. */
export const symmetries = [
  usersRenamed,
  itemsRenamed,
  oneUserMore,
  oneItemMore,
];
