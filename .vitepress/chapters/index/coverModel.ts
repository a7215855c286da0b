/**
 * The little world of the cover: ten people, sixteen things, and a list ranked by pairs of choices.
 * Everything is fixed and counted, nothing is drawn by hand.
 */

export interface Thing {
  readonly title: string;
  /** Index of `--genre-<n>`. */
  readonly genre: number;
}

export interface Choice {
  readonly person: number;
  readonly thing: number;
}

export interface Ranked {
  readonly thing: number;
  readonly score: number;
}

const genres = [0, 1, 3, 6];

const titles = [
  ['Night Ferry', 'Low Tide', 'Glass Rivers', 'Tin Harbour'],
  ['The Ninth Bell', 'Paper Lanterns', 'Borrowed Light', 'A Quiet Engine'],
  ['Ash and Honey', 'The Salt Road', 'Stone Fruit', 'Copper Wire'],
  ['Winter Maps', 'North of Here', 'The Long Field', 'A Small Orchard'],
];

export const things: readonly Thing[] = titles.flatMap((group, index) =>
  group.map((title) => ({ title, genre: genres[index] })),
);
export const people = 10;
/** The person whose list is shown. */
export const reader = 4;
/** How many of the latest choices the matrix holds. */
export const held = 62;

/** The groups that each person mostly takes from. */
const tastes = [[0, 1], [2], [0], [1, 3], [0, 3], [3], [2, 1], [0, 3], [1], [2, 3]];

/** A fixed order that looks like none: a multiplicative hash. */
function shuffleKey(value: number): number {
  const mixed = Math.imul(value + 1, 0x9e3779b1) >>> 0;
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
}

function makeLog(): Choice[] {
  const choices: (Choice & { key: number })[] = [];
  for (let person = 0; person < people; person++) {
    for (let thing = 0; thing < things.length; thing++) {
      const key = shuffleKey(person * things.length + thing);
      const likely = tastes[person].includes(Math.floor(thing / 4)) ? 0.95 : 0.5;
      if (key / 2 ** 32 < likely) choices.push({ person, thing, key: shuffleKey(key) });
    }
  }
  return choices.sort((a, b) => a.key - b.key).map(({ person, thing }) => ({ person, thing }));
}

/** Every choice once; the picture goes round it. */
export const log: readonly Choice[] = makeLog();

/** The latest choices at a step, oldest first. */
export function choicesAt(step: number): Choice[] {
  return Array.from({ length: held }, (_, index) => log[(step + index) % log.length]);
}

/**
 * The things the reader has not, by the number of pairs that speak for each: one point whenever
 * another person holds it together with a thing of the reader's. Ties go to the earlier thing.
 */
export function rankFor(person: number, choices: readonly Choice[]): Ranked[] {
  const taken = Array.from({ length: people }, () => new Set<number>());
  for (const choice of choices) taken[choice.person].add(choice.thing);
  const own = taken[person];
  const scores = things.map((_, thing) => {
    let pairs = 0;
    taken.forEach((other, index) => {
      if (index === person || !other.has(thing)) return;
      for (const mine of own) if (other.has(mine)) pairs++;
    });
    return { thing, score: pairs };
  });
  return scores
    .filter(({ thing }) => !own.has(thing))
    .sort((a, b) => b.score - a.score || a.thing - b.thing);
}
