// Numbers of the first and last chapters, as the prose says them: <Said of="repeated" />. Like the
// results of measure.ts they belong to the default log; a name that is not here ends the build.
import { fileURLToPath } from 'node:url';
import { buildMatrix, ImplicitALS, makeSynthetic, syntheticDefaults } from '../../code/recsys.ts';
import { bookLog } from '../run/bookLog.ts';
import { oneFile } from '../build/oneFile.ts';
import { bytes } from './bytes.ts';
import { count, percent } from './numbers.ts';
import { makeLogPicture } from './logPicture.ts';
import { shareOfTop, topItems } from './logWords.ts';

/** A shop that is no longer small, for comparison. */
const shop = { users: 100_000, items: 50_000, perUser: 100 };
/** MovieLens 20M, as its authors describe it. https://doi.org/10.1145/2827872 */
const films = { ratings: 20_000_263, users: 138_493, items: 27_278 };
const perNumber = 8; // bytes of a double
const perIndex = 4; // bytes of an entry of Int32Array

const { factors } = ImplicitALS.defaults;
const root = fileURLToPath(new URL('../..', import.meta.url));

const dense = (users: number, items: number): string => bytes(perNumber * users * items);
const sparse = (users: number, ones: number): string => bytes(perIndex * (users + 1 + ones));

/** Share of repeats among the events from `from` to `to`, as parts of the log. */
function repeatsBetween(from: number, to: number): string {
  const { interactions, nItems } = makeSynthetic();
  const seen = new Set<number>();
  const repeats = interactions.map(([user, item]) => {
    const cell = user * nItems + item;
    const again = seen.has(cell);
    seen.add(cell);
    return again;
  });
  const part = repeats.slice(from * repeats.length, to * repeats.length);
  return percent(part.filter(Boolean).length / part.length);
}

export function sayAll() {
  const picture = makeLogPicture();
  const { train, test, nUsers, nItems } = bookLog();
  const R = buildMatrix(train, nUsers, nItems);
  return {
    users: count(nUsers),
    items: count(nItems),
    genres: count(syntheticDefaults.nGenres),
    events: count(picture.nEvents),
    cells: count(nUsers * nItems),
    pairs: count(picture.nPairs),
    filled: percent(picture.nPairs / (nUsers * nItems)),
    filmsFilled: percent(films.ratings / (films.users * films.items), 1),
    repeated: percent(picture.repeated),
    repeatedFirst: repeatsBetween(0, 0.1),
    repeatedLast: repeatsBetween(0.9, 1),
    inFavourite: percent(picture.inFavourite),
    /** With all tastes equal: the favourite of each is named from the events themselves. */
    inFavouriteOfEqual: percent(makeLogPicture({ tastePow: 0 }).inFavourite),
    chance: percent(1 / syntheticDefaults.nGenres),
    topItems: count(topItems),
    topShare: percent(shareOfTop(picture)),
    topEven: percent(topItems / nItems),
    most: count(picture.tail.counts[0]),
    least: count(picture.tail.counts[nItems - 1]),
    dense: dense(nUsers, nItems),
    sparse: sparse(nUsers, R.indices.length),
    ones: count(R.indices.length),
    shopUsers: count(shop.users),
    shopItems: count(shop.items),
    shopPerUser: count(shop.perUser),
    shopCellsPerOne: count(shop.items / shop.perUser),
    shopDense: dense(shop.users, shop.items),
    shopFactors: bytes(perNumber * factors * (shop.users + shop.items)),
    shopProducts: count(factors * shop.items),
    lines: count(oneFile(root).trimEnd().split('\n').length),
    shopSparse: sparse(shop.users, shop.users * shop.perUser),
    test: count(test.size),
  } as const;
}

export type SaidName = keyof ReturnType<typeof sayAll>;
