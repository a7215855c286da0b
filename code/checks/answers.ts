/** Scores, and what asking does: nothing. */
import { promise, sameAnswers } from './promise.ts';
import { broken, nothingToSee, range } from './trial.ts';
import { say } from './words.ts';

const scorePerItem = promise({
  name: 'score per item',
  sentence:
    'There is one score for every item, seen ones included, in a ' +
    'Float64Array.',
  logs: 'any',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    for (const user of range(data.nUsers)) {
      const scores = trial.askScores(model, user);
      const ok = scores instanceof Float64Array;
      if (ok && scores.length === data.nItems) continue;
      const what = ok ? `${scores.length} scores, ` : '';
      broken(
        `scores(${user}) gave ${what}${say(scores)}, ` +
          `where a Float64Array of ${data.nItems} was promised`,
      );
    }
  },
});

const finiteScores = promise({
  name: 'finite scores',
  sentence: 'Every score is a finite number.',
  logs: 'any',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    for (const user of range(data.nUsers)) {
      const scores = trial.scores(model, user);
      if (Array.from(scores).every(Number.isFinite)) continue;
      broken(`scores(${user}) gave ${say(scores)}`);
    }
  },
});

const coldScores = promise({
  name: 'cold scores',
  sentence:
    'A personal model that knows nothing of a user scores every item 0.',
  logs: 'cold user',
  needs: 'personal',
  holds: (trial, { data, user }) => {
    const scores = trial.scores(trial.fitted(data), user);
    if (Array.from(scores).every((s) => s === 0)) return;
    broken(
      `scores(${user}) gave ${say(scores)}, ` +
        `and user ${user} has no history`,
    );
  },
});

// #region asking-again
const askingAgain = promise({
  name: 'asking again',
  sentence: 'Asking twice gives the same answer: asking changes nothing.',
  logs: 'any',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    const first = trial.answers(model, data);
    const second = trial.answers(model, data);
    sameAnswers(first, second, ['at first', 'when asked again']);
  },
});
// #endregion asking-again

const orderOfAsking = promise({
  name: 'order of asking',
  sentence: 'An answer does not depend on who else asked before.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data }) => {
    if (data.nUsers < 2) nothingToSee();
    const users = range(data.nUsers);
    const upwards = trial.fitted(data);
    const downwards = trial.fitted(data);
    trial.answers(upwards, data, users);
    trial.answers(downwards, data, users.slice().reverse());
    sameAnswers(
      trial.answers(upwards, data),
      trial.answers(downwards, data),
      [
        'when users asked from the first to the last',
        'when they asked from the last to the first',
      ],
    );
  },
});

const ownCopies = promise({
  name: 'own copies',
  sentence: 'What the caller does to an answer changes no later answer.',
  logs: 'any',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    const before = trial.settled(model, data);
    for (const user of range(data.nUsers)) {
      (trial.scores(model, user) as number[]).fill(-7);
      const list = trial.list(model, user, data.nItems) as number[];
      if (!Object.isFrozen(list)) list.reverse().push(99);
    }
    sameAnswers(before, trial.answers(model, data), [
      'before',
      'after the caller had overwritten earlier answers',
    ]);
  },
});

/** What scores must be, and that asking leaves no trace. */
export const answers = [
  scorePerItem,
  finiteScores,
  coldScores,
  askingAgain,
  orderOfAsking,
  ownCopies,
];
