/** What fit gives, and what it may remember. */
import type { Recommender } from '../recsys.ts';
import { areSame, promise, sameAnswers, stillUnfitted } from './promise.ts';
import { broken, mustNotThrow } from './trial.ts';
import { say } from './words.ts';

const fitReturnsModel = promise({
  name: 'fit returns the model',
  sentence:
    'What fit returns is the model itself, so that calls can be chained.',
  logs: 'any',
  holds: (trial, { data }) => {
    trial.fitted(data);
    const model = trial.make();
    const came = trial.fit(model, data);
    if (came !== model) broken(`fit gave ${say(came)}`);
  },
});

// #region same-bits
const sameBits = promise({
  name: 'same bits',
  sentence:
    'Two models of the same settings, fitted on the same log, give the ' +
    'same answers to the last bit.',
  logs: 'any',
  holds: (trial, { data }) => {
    const one = trial.answers(trial.fitted(data), data);
    const other = trial.answers(trial.fitted(data), data);
    sameAnswers(one, other, ['by one model', 'by another']);
  },
});
// #endregion same-bits

const anotherSeed = promise({
  name: 'another seed',
  sentence: 'Another seed gives another model.',
  logs: 'plain',
  needs: 'seeded',
  holds: (trial, { data, salt }) => {
    const by = (seed: number) =>
      trial.answers(trial.fitted(data, { seed }), data);
    const first = by(salt);
    for (let n = 1; n <= 5; n++) {
      if (!areSame(first, by(salt + n))) return;
    }
    broken(
      `seeds ${salt} to ${salt + 5} all gave the scores ` +
        `${say(first.scores[0])} for user 0`,
    );
  },
});

// #region fit-twice
const fitTwice = promise({
  name: 'fit twice',
  sentence: 'To fit twice on one log is to fit once.',
  logs: 'any',
  after: 'same bits',
  holds: (trial, { data }) => {
    const once = trial.answers(trial.fitted(data), data);
    const model = trial.fitted(data);
    mustNotThrow('the second fit', () => trial.fit(model, data));
    sameAnswers(once, trial.answers(model, data), [
      'after one fit',
      'after the second',
    ]);
  },
});
// #endregion fit-twice

const refit = promise({
  name: 'refit',
  sentence: 'A fit on another log forgets everything of the first.',
  logs: 'pairs',
  after: 'same bits',
  holds: (trial, { data, other }) => {
    const fresh = trial.fitted(other);
    const expected = trial.answers(fresh, other);
    const model = trial.fitted(data);
    mustNotThrow('the second fit', () => trial.fit(model, other));
    sameAnswers(expected, trial.answers(model, other), [
      'by a fresh model',
      'by one that was fitted on another log before',
    ]);
    // A user of the first log alone; if no model minds, that is told
    // elsewhere.
    const { nUsers } = other;
    if (!answersTo(fresh, nUsers) && answersTo(model, nUsers)) {
      broken(`recommend(${nUsers}, 1) still answers after the second fit`);
    }
  },
});

function answersTo(model: Recommender, user: number): boolean {
  try {
    model.recommend(user, 1);
    return true;
  } catch {
    return false;
  }
}

const twoModels = promise({
  name: 'two models',
  sentence: 'Models share nothing: to fit one changes no other.',
  logs: 'pairs',
  holds: (trial, { data, other }) => {
    const model = trial.fitted(data);
    const before = trial.settled(model, data);
    const second = trial.fitted(other);
    if (second === model) {
      broken(
        'make gave one and the same model twice; it must make it anew',
      );
    }
    trial.answers(second, other);
    sameAnswers(before, trial.answers(model, data), [
      'before',
      'after another model had been fitted',
    ]);
  },
});

const settingsOnce = promise({
  name: 'settings once',
  sentence: 'Settings are read when the model is made, and not again.',
  logs: 'any',
  needs: 'settings',
  after: 'same bits',
  holds: (trial, { data, salt }) => {
    const { make, seeded } = trial.subject;
    const given: Record<string, unknown> = {
      ...trial.subject.settings,
      ...(seeded ? { seed: salt } : {}),
    };
    const expected = trial.answers(trial.fitted(data, given), data);
    const model = make(given);
    for (const [name, value] of Object.entries(given)) {
      if (typeof value === 'number') given[name] = value + 1;
    }
    mustNotThrow('fit', () => trial.fit(model, data));
    sameAnswers(expected, trial.answers(model, data), [
      'when the settings stayed as they were',
      'when the caller changed them between new and fit',
    ]);
  },
});

const settingsUntouched = promise({
  name: 'settings untouched',
  sentence: "The caller's settings may be frozen, and are never changed.",
  logs: 'any',
  needs: 'settings',
  holds: (trial, { data, salt }) => {
    const { make, settings, seeded } = trial.subject;
    const given = { ...settings, ...(seeded ? { seed: salt } : {}) };
    trial.answers(trial.fitted(data, given), data);
    mustNotThrow('with frozen settings, the model', () =>
      trial.fit(make(Object.freeze({ ...given })), data),
    );
    const open = { ...given };
    const model = make(open);
    trial.fit(model, data);
    trial.answers(model, data);
    const before = sayEntries(given);
    if (sayEntries(open) === before) return;
    broken(`the settings were ${before} and are ${sayEntries(open)}`);
  },
});

function sayEntries(settings: object): string {
  const pairs = Object.entries(settings).map(
    ([name, value]) => `${name}: ${say(value)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

// #region broken-off
/** Fits with a callback that throws at the given report. */
function breakOff(fit: () => unknown, enough: Error, report: number): void {
  let came: unknown;
  try {
    fit();
  } catch (error) {
    if (error === enough) return;
    came = error;
  }
  const ended = came ? `threw ${say(came)}` : 'ended as if it had not';
  broken(`onProgress threw an error at report ${report}, and fit ${ended}`);
}

const brokenOff = promise({
  name: 'broken off',
  sentence:
    'A fit that its progress callback breaks off leaves the model as it ' +
    'was.',
  logs: 'pairs',
  needs: 'reports',
  holds: (trial, { data, other }) => {
    const enough = new Error('enough');
    let last = Infinity;
    let reports = 0;
    const onProgress = (): void => {
      if (++reports === last) throw enough;
    };
    const model = trial.fitted(data, { onProgress });
    const before = trial.settled(model, data);
    reports = 0;
    trial.fitted(other, { onProgress });
    const all = reports;
    if (all === 0) broken('fit never called onProgress');

    for (last of all > 1 ? [1, 2] : [1]) {
      const fresh = trial.make({ onProgress });
      for (const tried of [fresh, model]) {
        reports = 0;
        breakOff(() => trial.fit(tried, other), enough, last);
      }
      stillUnfitted(trial, fresh);
      sameAnswers(before, trial.answers(model, data), [
        'before',
        `after a fit that was broken off at report ${last}`,
      ]);
    }
  },
});
// #endregion broken-off

/** What fit gives, and that it starts anew. */
export const fits = [
  fitReturnsModel,
  sameBits,
  anotherSeed,
  fitTwice,
  refit,
  twoModels,
  settingsOnce,
  settingsUntouched,
  brokenOff,
];
