/** What a model may offer beside lists and scores. */
import type { CaseLog } from './cases.ts';
import { promise, sameBits } from './promise.ts';
import { ksFor } from './takes.ts';
import type { Trial } from './trial.ts';
import { broken, mustNotThrow, nothingToSee, range } from './trial.ts';
import { say } from './words.ts';

// #region filtered
type Filter = 'exclude' | 'only';

/** Every second item or so: which, the salt says. */
const someOf = (nItems: number, salt: number): number[] =>
  range(nItems).filter((i) => ((i + 1) * (salt + 7)) % 5 < 2);

/** A filtered list must be the full list without what is ruled out. */
function keepsTo(
  trial: Trial,
  { data, salt }: { readonly data: CaseLog; readonly salt: number },
  ks: readonly number[],
  filter: Filter,
): void {
  const model = trial.fitted(data);
  const some = someOf(data.nItems, salt);
  let ruledOut = 0;
  for (const user of range(data.nUsers)) {
    const full = trial.list(model, user, data.nItems);
    const allowed = full.filter(
      (i) => some.includes(i) === (filter === 'only'),
    );
    ruledOut += full.length - allowed.length;
    for (const k of ks) {
      const asked = `recommend(${user}, ${k}, { ${filter}: ${say(some)} })`;
      const list: unknown = mustNotThrow(asked, () =>
        model.recommend(user, k, { [filter]: new Set(some) }),
      );
      const promised = allowed.slice(0, k);
      if (Array.isArray(list) && sameBits(list, promised)) continue;
      broken(
        `${asked} gave ${say(list)}, and recommend(${user}) with all ` +
          `items ${say(full)}: ${say(promised)} was promised`,
      );
    }
  }
  if (ruledOut === 0) nothingToSee();
}

const leavesOut = promise({
  name: 'exclude',
  sentence:
    'What is excluded is not recommended; the list is filled with what ' +
    'comes next.',
  logs: 'any',
  needs: 'filters',
  holds: (trial, drawn) => {
    keepsTo(trial, drawn, ksFor(drawn), 'exclude');
  },
});

const keepsToSome = promise({
  name: 'only',
  sentence: 'Where only some items may come, no other is recommended.',
  logs: 'any',
  needs: 'filters',
  holds: (trial, drawn) => {
    keepsTo(trial, drawn, ksFor(drawn), 'only');
  },
});
// #endregion filtered

// #region scores-of-all
/** One finite number for every item, in a fresh Float64Array. */
function scoresOfAll(
  what: string,
  nItems: number,
  act: () => unknown,
): Float64Array {
  const came = mustNotThrow(what, act);
  const isRight = came instanceof Float64Array && came.length === nItems;
  if (isRight && came.every(Number.isFinite)) return came;
  return broken(
    `${what} gave ${say(came)}, where a Float64Array of ${nItems} finite ` +
      'numbers was promised',
  );
}

/** Two answers to the same question. */
function sameAs(
  what: string,
  one: Float64Array,
  other: Float64Array,
): void {
  if (sameBits(one, other)) return;
  broken(`${what} gave ${say(one)}, and then ${say(other)}`);
}
// #endregion scores-of-all

const stranger = promise({
  name: 'stranger',
  sentence:
    'A stranger with some items gets a score for every item, whatever the ' +
    'order of theirs; one without any gets zeros.',
  logs: 'any',
  needs: 'foldIn',
  holds: (trial, { data, salt }) => {
    const { nItems } = data;
    const model = trial.fitted(data);
    const some = someOf(nItems, salt);
    const ask = (items: readonly number[]) => {
      const what = `foldIn(${say(items)})`;
      return scoresOfAll(what, nItems, () => model.foldIn?.(items));
    };
    const scores = ask(some);
    sameAs(`foldIn(${say(some)})`, scores, ask(some));
    scores.fill(-7);
    const turned = [...some, ...some].reverse();
    sameAs('foldIn of the same items, backwards', ask(some), ask(turned));
    const nobody = ask([]);
    if (nobody.every((s) => s === 0)) return;
    broken(`foldIn([]) gave ${say(nobody)}`);
  },
});

const likeness = promise({
  name: 'likeness',
  sentence:
    'How like an item the others are is a number for every item, and ' +
    'asking changes nothing.',
  logs: 'any',
  needs: 'similarity',
  holds: (trial, { data }) => {
    const model = trial.fitted(data);
    for (const item of range(data.nItems)) {
      const what = `similarity(${item})`;
      const ask = () =>
        scoresOfAll(what, data.nItems, () => model.similarity?.(item));
      const first = ask();
      sameAs(what, first, ask());
      const before = first.slice();
      first.fill(-7);
      sameAs(what, before, ask());
    }
  },
});

/** What some models can do, and others need not. */
export const offers = [leavesOut, keepsToSome, stranger, likeness];
