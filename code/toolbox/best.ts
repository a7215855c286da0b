// #region best
/**
 * The best few of many, without sorting the rest.
 */
// #endregion best

// #region k-best
/**
 * The best that were offered so far: a higher value is better, and of equal
 * ones the lower id. They lie in a heap, the worst of them at place 0, so
 * that one comparison turns away what is not among the best.
 */
export interface Best {
  /** As long as the list may become. */
  readonly ids: Int32Array;
  readonly values: Float64Array;
  /** How many there are by now. */
  size: number;
}

/** Nothing yet, and room for `size`. */
export function roomFor(size: number): Best {
  const ids = new Int32Array(size);
  return { ids, values: new Float64Array(size), size: 0 };
}

/** Keeps it if it is among the best; time O(log size). */
export function offer(best: Best, id: number, value: number): void {
  const { ids, values } = best;
  if (best.size < ids.length) lift(best, best.size++, id, value);
  else if (isWorse(values[0], ids[0], value, id)) {
    lower(best, best.size, id, value);
  }
}

/** Brings the k best of the first `size` to the front, in no order. */
export function keepBest(room: Best, size: number, k: number): void {
  const { ids, values } = room;
  const best = { ids: ids.subarray(0, k), values, size: 0 };
  for (let n = 0; n < size; n++) {
    // What is not yet offered stands behind the heap, out of its way.
    if (n < k || values[n] >= values[0]) offer(best, ids[n], values[n]);
  }
}

/** Offers the values from `from` to `to`, each with its place as its id. */
export function offerRange(
  best: Best,
  values: Float64Array,
  from: number,
  to: number,
  firstId = from,
): void {
  const room = best.ids.length;
  let least = best.values[0];
  for (let n = from; n < to; n++) {
    // Most end here. Ids ascend, so an equal value comes too late.
    if (best.size === room && values[n] <= least) continue;
    offer(best, firstId + n - from, values[n]);
    least = best.values[0];
  }
}

/** Puts them in order, the best first. No more can be offered then. */
export function bestFirst(best: Best): Int32Array {
  const { ids, values, size } = best;
  for (let end = size - 1; end > 0; end--) {
    const id = ids[end];
    const value = values[end];
    ids[end] = ids[0];
    values[end] = values[0];
    lower(best, end, id, value);
  }
  return ids.subarray(0, size);
}
// #endregion k-best

// #region heap
/** Whether a comes after b in the list. */
const isWorse = (a: number, idOfA: number, b: number, idOfB: number) =>
  a < b || (a === b && idOfA > idOfB);

/** Puts a new one at this place, or above it: nothing is below. */
function lift(best: Best, start: number, id: number, value: number): void {
  const { ids, values } = best;
  let place = start;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!isWorse(value, id, values[above], ids[above])) break;
    ids[place] = ids[above];
    values[place] = values[above];
    place = above;
  }
  ids[place] = id;
  values[place] = value;
}

/** Puts one in the place of the worst, or below it, before `end`. */
function lower(best: Best, end: number, id: number, value: number): void {
  const { ids, values } = best;
  let place = 0;
  for (let below = 1; below < end; below = 2 * place + 1) {
    const next = below + 1;
    if (
      next < end &&
      isWorse(values[next], ids[next], values[below], ids[below])
    ) {
      below = next;
    }
    if (!isWorse(values[below], ids[below], value, id)) break;
    ids[place] = ids[below];
    values[place] = values[below];
    place = below;
  }
  ids[place] = id;
  values[place] = value;
}
// #endregion heap
