/** What a list holds, how long it is, and in which order. */
import type { Case, CaseLog } from './cases.ts';
import { promise } from './promise.ts';
import { ksFor } from './takes.ts';
import type { Trial } from './trial.ts';
import {
  broken,
  mustNotThrow,
  nothingToSee,
  range,
  seenIn,
} from './trial.ts';
import { say } from './words.ts';

// #region for-lists
/** Whether it is the id of an item. */
const isId = (value: unknown, nItems: number): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < nItems;

type Look = (
  list: readonly number[],
  asked: { readonly user: number; readonly k: number },
  seen: ReadonlySet<number>,
) => void;

/** Looks at lists of several lengths of every user whom `whom` lets in. */
function forLists(
  trial: Trial,
  drawn: Case,
  whom: (seen: ReadonlySet<number>, data: CaseLog) => boolean,
  look: Look,
): void {
  const { data } = drawn;
  const seen = seenIn(data);
  const users = range(data.nUsers).filter((u) => whom(seen[u], data));
  if (users.length === 0) nothingToSee();
  const model = trial.fitted(data);
  for (const user of users) {
    for (const k of ksFor(drawn)) {
      look(trial.list(model, user, k), { user, k }, seen[user]);
    }
  }
}

/** Users with both: cold ones and full ones have checks of their own. */
const hasSomeLacksSome = (seen: ReadonlySet<number>, data: CaseLog) =>
  seen.size > 0 && seen.size < data.nItems;
// #endregion for-lists

// #region no-seen-item
const noSeenItem = promise({
  name: 'no seen item',
  sentence: 'What a user has is never recommended to them.',
  logs: 'any',
  holds: (trial, drawn) => {
    forLists(trial, drawn, hasSomeLacksSome, (list, { user, k }, seen) => {
      const had = list.find((i) => seen.has(i));
      if (had === undefined) return;
      broken(
        `recommend(${user}, ${k}) gave ${say(list)}, ` +
          `and user ${user} has item ${had}`,
      );
    });
  },
});
// #endregion no-seen-item

const noDuplicate = promise({
  name: 'no duplicate',
  sentence: 'No item stands in a list twice.',
  logs: 'any',
  holds: (trial, drawn) => {
    const lacksTwo = (seen: ReadonlySet<number>, data: CaseLog) =>
      hasSomeLacksSome(seen, data) && seen.size < data.nItems - 1;
    forLists(trial, drawn, lacksTwo, (list, { user, k }) => {
      if (new Set(list).size === list.length) return;
      broken(`recommend(${user}, ${k}) gave ${say(list)}`);
    });
  },
});

const exactLength = promise({
  name: 'exact length',
  sentence:
    'A list has as many items as were asked for, or all the unseen ones ' +
    'where there are fewer.',
  logs: 'any',
  holds: (trial, drawn) => {
    const { nItems } = drawn.data;
    forLists(trial, drawn, hasSomeLacksSome, (list, { user, k }, seen) => {
      const unseen = nItems - seen.size;
      const length = Math.min(k, unseen);
      if (list.length === length) return;
      broken(
        `recommend(${user}, ${k}) gave ${say(list)}: ${list.length} ` +
          `items, and ${length} were promised, as ${unseen} are unseen`,
      );
    });
  },
});

const itemIds = promise({
  name: 'item ids',
  sentence: 'A list is an array of item ids: integers below nItems.',
  logs: 'any',
  holds: (trial, drawn) => {
    const { data } = drawn;
    const model = trial.fitted(data);
    let items = 0;
    for (const user of range(data.nUsers)) {
      const list = trial.askList(model, user, data.nItems);
      const ids: readonly unknown[] = Array.isArray(list) ? list : [];
      if (!Array.isArray(list) || !ids.every((i) => isId(i, data.nItems))) {
        broken(`recommend(${user}, ${data.nItems}) gave ${say(list)}`);
      }
      items += ids.length;
    }
    if (items === 0) nothingToSee();
  },
});

// #region order
const order = promise({
  name: 'order',
  sentence:
    'The unseen items come as a full sort puts them: by score, best ' +
    'first, and equal scores by the lower id.',
  logs: 'any',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    const seen = seenIn(data);
    let compared = 0;
    for (const user of range(data.nUsers)) {
      const scores = trial.scores(model, user);
      const list = trial.list(model, user, data.nItems);
      // Seen items, strings and items named twice have checks of their own.
      const unseen = (i: unknown) =>
        isId(i, data.nItems) &&
        Number.isFinite(scores[i as number]) &&
        !seen[user].has(i as number);
      const came = Array.from(new Set(list)).filter(unseen);
      const sorted = range(data.nItems)
        .filter(unseen)
        .sort((a, b) => scores[b] - scores[a] || a - b)
        .slice(0, came.length);
      compared = Math.max(compared, came.length);
      if (came.every((i, n) => i === sorted[n])) continue;
      broken(
        `recommend(${user}, ${data.nItems}) gave ${say(list)}, ` +
          `a full sort ${say(sorted)}; the scores are ${say(scores)}`,
      );
    }
    if (compared < 2) nothingToSee();
  },
});
// #endregion order

const prefix = promise({
  name: 'prefix',
  sentence: 'A shorter list is the beginning of any longer one.',
  logs: 'any',
  holds: (trial, drawn) => {
    const { data } = drawn;
    const model = trial.fitted(data);
    let longest = 0;
    for (const user of range(data.nUsers)) {
      const full = trial.list(model, user, data.nItems);
      longest = Math.max(longest, full.length);
      const ks = range(Math.min(data.nItems, 10)).map((n) => n + 1);
      for (const k of [...ks, 63, 64, 65, ...ksFor(drawn)]) {
        const list = trial.list(model, user, k);
        const some = Math.min(list.length, full.length);
        if (range(some).every((n) => list[n] === full[n])) continue;
        broken(
          `recommend(${user}, ${k}) gave ${say(list)}, and ` +
            `recommend(${user}, ${data.nItems}) gave ${say(full)}`,
        );
      }
    }
    if (longest < 2) nothingToSee();
  },
});

const tenByDefault = promise({
  name: 'ten by default',
  sentence: 'Ten items are recommended when no number is asked for.',
  logs: 'wide',
  holds: (trial, { data, user }) => {
    const model = trial.fitted(data);
    const ten = trial.list(model, user, 10);
    const list: unknown = mustNotThrow(`recommend(${user})`, () =>
      model.recommend(user),
    );
    if (say(list) === say(ten)) return;
    broken(
      `recommend(${user}) gave ${say(list)}, ` +
        `and recommend(${user}, 10) gave ${say(ten)}`,
    );
  },
});

/** What a list must be. */
export const lists = [
  itemIds,
  noSeenItem,
  noDuplicate,
  exactLength,
  order,
  prefix,
  tenByDefault,
];
