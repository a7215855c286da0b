/** Logs of every kind are taken, and every user gets an answer. */
import type { Case, Kind } from './cases.ts';
import type { Check } from './promise.ts';
import { promise } from './promise.ts';
import type { Trial } from './trial.ts';
import { broken, range } from './trial.ts';
import { say } from './words.ts';

// #region ks
/** Lengths to ask for: short, exact, and more than there is. */
export function ksFor({ data, salt }: Case): number[] {
  const { nItems } = data;
  const some = 1 + (salt % nItems);
  return [1, some, nItems, nItems + 7, Number.MAX_SAFE_INTEGER];
}
// #endregion ks

// #region everyone-answered
/** Asks everything of everyone: nothing may throw. */
function everyoneAnswered(trial: Trial, drawn: Case): void {
  const model = trial.fitted(drawn.data);
  for (const user of range(drawn.data.nUsers)) {
    trial.scores(model, user);
    for (const k of ksFor(drawn)) trial.list(model, user, k);
  }
}

/** One kind of logs that must be taken. */
function taken<const Name extends string>(
  name: Name,
  logs: Kind,
  sentence: string,
): Check<Name> {
  const holds = everyoneAnswered;
  return promise({ name, sentence, logs, holds });
}
// #endregion everyone-answered

// #region cold-user
const coldUser = promise({
  name: 'cold user',
  sentence:
    'A user without history gets no list from a personal model, and a ' +
    'full one from any other.',
  logs: 'cold user',
  holds: (trial, drawn) => {
    const { data, user } = drawn;
    const { personal } = trial.subject;
    const model = trial.fitted(data);
    trial.scores(model, user);
    for (const k of ksFor(drawn)) {
      const list = trial.list(model, user, k);
      const length = personal ? 0 : Math.min(k, data.nItems);
      if (list.length === length) continue;
      broken(
        `recommend(${user}, ${k}) gave ${say(list)}, and user ${user} has ` +
          `no history: ${length} items were promised, as the model ` +
          (personal ? 'is personal' : 'does not say that it is personal'),
      );
    }
  },
});
// #endregion cold-user

// #region user-with-everything
const userWithEverything = promise({
  name: 'user with everything',
  sentence: 'A user who has every item gets an empty list.',
  logs: 'full user',
  holds: (trial, drawn) => {
    const { data, user } = drawn;
    const model = trial.fitted(data);
    trial.scores(model, user);
    for (const k of ksFor(drawn)) {
      const list = trial.list(model, user, k);
      if (list.length === 0) continue;
      broken(
        `recommend(${user}, ${k}) gave ${say(list)}, ` +
          `and user ${user} has every item`,
      );
    }
  },
});
// #endregion user-with-everything

/** Which logs a model takes. */
export const takes = [
  taken(
    'any log',
    'plain',
    'Any log can be fitted, and every user of it gets an answer.',
  ),
  taken(
    'repeated rows',
    'repeats',
    'A user may meet an item more than once.',
  ),
  coldUser,
  userWithEverything,
  taken('equal times', 'equal times', 'All rows may have the same time.'),
  taken(
    'huge times',
    'huge times',
    'Times may be any safe integers, up to the largest and the smallest.',
  ),
  taken('one row', 'one row', 'A log may have a single row.'),
  taken('empty log', 'empty', 'A log may have no row at all.'),
  taken('one user', 'one user', 'A log may have a single user.'),
  taken('one item', 'one item', 'A log may have a single item.'),
];
