// #region lists
/**
 * The lists of many users of a factor model: by blocks of items, whose
 * scores come from the kernel.
 */
import { blockedForEach, checkBatch } from '../toolbox/batch.ts';
import type { BatchOptions } from '../toolbox/batch.ts';
import { bestFirst, offerRange, roomFor } from '../toolbox/best.ts';
import type { Best } from '../toolbox/best.ts';
import { blockedFor } from '../toolbox/blocked.ts';
import { rowOfFlat } from '../toolbox/dense.ts';
import { pairDots, rowDots } from '../toolbox/factors.ts';
import type { FittedFactors } from '../toolbox/factors.ts';
import { requireFit } from '../toolbox/fitted.ts';
import { rowOf } from '../toolbox/sparse.ts';
import { kernels, place, writeAt } from './backend.ts';
// #endregion lists

// #region factor-batch
/** So many users wait for a block of items. */
const USERS = 64;
/** So many rows of Y stay in the cache while the users pass. */
const ITEMS = 256;

/** `recommendBatch` of a factor model: blocks of items, user by user. */
export function recommendByFactors(
  name: string,
  fitted: FittedFactors | undefined,
  users: ArrayLike<number>,
  k: number,
  options?: BatchOptions,
): Int32Array {
  const where = `${name}.recommendBatch`;
  const known = requireFit(where, fitted, 0);
  checkBatch(where, users, k);
  const marksFor = blockedForEach(where, options, known.R.nCols);
  const lists = new Int32Array(users.length * k).fill(-1);
  const scoresOf = fastScores(known, users.length) ?? plainScores(known);
  for (let start = 0; start < users.length; start += USERS) {
    const end = Math.min(start + USERS, users.length);
    const asked: Waiting[] = [];
    for (let n = start; n < end; n++) {
      const user = users[n];
      const place = n * k;
      requireFit(where, known, user);
      // Nobody without a history is given a list.
      if (rowOf(known.R, user).length === 0) continue;
      const blocked = blockedFor(rowOf(known.R, user), marksFor(user));
      asked.push(waitingFor(known, user, blocked, k, place));
    }
    scoreBlocks(known.Y.height, asked, scoresOf);
    for (const { best, place } of asked) lists.set(bestFirst(best), place);
  }
  return lists;
}

// #endregion factor-batch

// #region score-blocks
/** One user, and the best for them so far. */
interface Waiting {
  readonly user: number;
  /** Where their list begins among the lists. */
  readonly place: number;
  /** What must not come, ascending. */
  readonly blocked: Int32Array;
  readonly best: Best;
  /** How many of those have passed. */
  passed: number;
}

function waitingFor(
  { Y }: FittedFactors,
  user: number,
  blocked: Int32Array,
  k: number,
  place: number,
): Waiting {
  const best = roomFor(Math.min(k, Y.height - blocked.length));
  return { user, place, blocked, best, passed: 0 };
}

/** Offers every item to every user, less what must not come. */
function scoreBlocks(
  nItems: number,
  asked: readonly Waiting[],
  scoresOf: BlockScores,
): void {
  const scoresFor = scoresOf(asked.map(({ user }) => user));
  for (let from = 0; from < nItems; from += ITEMS) {
    const to = Math.min(from + ITEMS, nItems);
    const rows = scoresFor(from, to);
    asked.forEach((one, n) => {
      offerUnseen(one, rows[n], from, to);
    });
  }
}

/** The items of a block, whose scores begin with that of item `from`. */
function offerUnseen(
  one: Waiting,
  scores: Float64Array,
  from: number,
  to: number,
): void {
  const { best, blocked } = one;
  let next = from;
  for (; blocked[one.passed] < to; one.passed++) {
    const item = blocked[one.passed];
    offerRange(best, scores, next - from, item - from, next);
    next = item + 1;
  }
  offerRange(best, scores, next - from, to - from, next);
}
// #endregion score-blocks

// #region block-scores
/** The scores x·y of some users, for one block of items after another. */
type BlockScores = (
  users: readonly number[],
) => (from: number, to: number) => readonly Float64Array[];

/**
 * The scores from the kernel, to the same bit: a row is gone when the next
 * block is asked for.
 * @param asked for so many users; undefined where too few make up for the
 *   copy of Y, or the kernel can't be used
 */
function fastScores(
  { X, Y }: FittedFactors,
  asked: number,
): BlockScores | undefined {
  const { stride } = Y;
  const fast = asked < 8 ? undefined : kernels(asked * Y.data.length);
  const things = [Y.data, 8 * USERS * stride, 8 * USERS * ITEMS];
  const at = fast && place(fast, things);
  if (!fast || !at) return undefined;
  const [y, x, scores] = at;
  const row = 8 * stride;
  return (users) => {
    users.forEach((user, n) => {
      const start = user * stride;
      const values = X.data.subarray(start, start + stride);
      writeAt(fast.memory, x + n * row, values);
    });
    return (from, to) => {
      const width = to - from;
      fast.dots(scores, x, users.length, y + from * row, width, stride);
      return users.map((_, n) => {
        const place = scores + 8 * n * width;
        return new Float64Array(fast.memory.buffer, place, width);
      });
    };
  };
}

/** The scores of a block in TypeScript, two users at a time. */
function plainScores({ X, Y }: FittedFactors): BlockScores {
  const rows = Array.from({ length: USERS }, () => new Float64Array(ITEMS));
  return (users) => (from, to) => {
    for (let n = 0; n < users.length; n += 2) {
      const x = rowOfFlat(X, users[n]);
      // The last of an odd number is alone.
      if (n + 1 === users.length) rowDots(rows[n], x, Y, from, to);
      else {
        const z = rowOfFlat(X, users[n + 1]);
        pairDots([rows[n], rows[n + 1]], [x, z], Y, from, to);
      }
    }
    return rows;
  };
}
// #endregion block-scores
