// What the figure of the steps says and draws, from what was counted and what was measured.
import { decimal, duration, percent } from '../../kit/numbers.ts';
import {
  inMillions,
  instructions,
  operations,
  products,
  rungIds,
  rungTitles,
  sizesFor,
  times,
} from './counted.ts';
import type { LadderRequest, RungId, Sizes } from './counted.ts';
import type { LadderAnswer, Ran } from './ladder.ts';

export interface BarRow {
  readonly rung: RungId;
  readonly title: string;
  /** What stands behind the title. */
  readonly says: string;
  /** So many times fewer instructions than the first step. */
  readonly counted: number;
  /** So many times as fast as the first step; undefined until it has run. */
  readonly measured: number | undefined;
  /** It was stopped, and the rest was reckoned. */
  readonly isReckoned: boolean;
}

const wasDone = ({ error }: Ran): boolean => error === undefined;

/** 0.43 -> "0.43 ms", 12.3 -> "12 ms" */
export const took = (ms: number): string => (ms < 10 ? `${decimal(ms, 2)} ms` : duration(ms));

function saysOf(rung: RungId, sizes: Sizes, workers: number, ran: Ran | undefined): string {
  if (!ran) {
    const n = products(rung, sizes);
    if (rung === 'cores') return `${inMillions(n / workers)} products for each`;
    return rung === 'simd' ? `${inMillions(n / 2)} pairs of products` : `${inMillions(n)} products`;
  }
  if (ran.error !== undefined) return `not here: ${ran.error}`;
  const bits = ran.same ? 'same bits' : 'OTHER BITS';
  const part =
    ran.share < 1 ? `, reckoned from ${percent(ran.share, ran.share < 0.1 ? 1 : 0)} of it` : '';
  return `${took(ran.ms)}${part}, ${bits}`;
}

/** A row for each step, in order; those that have run have their time. */
export function barRows(request: LadderRequest, ran: readonly Ran[]): BarRow[] {
  const sizes = sizesFor(request);
  const { workers } = request;
  const first = ran.find(({ rung }) => rung === 'cells');
  return rungIds.map((rung) => {
    const own = ran.find((one) => one.rung === rung);
    return {
      rung,
      title:
        rung === 'cores' ? (workers === 1 ? 'One worker' : `${workers} workers`) : rungTitles[rung],
      says: saysOf(rung, sizes, workers, own),
      counted: instructions('cells', sizes, workers) / instructions(rung, sizes, workers),
      measured: own && first && wasDone(own) ? first.ms / own.ms : undefined,
      isReckoned: own !== undefined && own.share < 1,
    };
  });
}

/** How fast the whole iteration would be on the ceiling, in times of the first step. */
export function ceilingOf(
  request: LadderRequest,
  { ran, ceiling }: LadderAnswer,
): number | undefined {
  const first = ran.find(({ rung }) => rung === 'cells');
  if (!first || ceiling === null) return undefined;
  return first.ms / (operations(sizesFor(request)) / (ceiling * 1e6));
}

/** The share of the ceiling that one core reaches with the kernels. */
export function shareOfCeiling(request: LadderRequest, answer: LadderAnswer): number | undefined {
  const simd = answer.ran.find(({ rung }) => rung === 'simd');
  if (!simd || !wasDone(simd) || answer.ceiling === null) return undefined;
  return operations(sizesFor(request)) / simd.ms / 1e6 / answer.ceiling;
}

export function findingOf(request: LadderRequest, ran: readonly Ran[]): string {
  const done = ran.filter(wasDone);
  const first = done.find(({ rung }) => rung === 'cells');
  if (!first || done.length < 2) {
    const sizes = sizesFor(request);
    const factor = products('cells', sizes) / products('ones', sizes);
    return `Counted: the zeros are ${percent(1 - 1 / factor)} of the table, and so of the work`;
  }
  if (done.some(({ same }) => !same))
    return 'One of the steps has other bits: that is a fault of the book';
  const best = done.reduce((a, b) => (b.ms < a.ms ? b : a));
  const [from, to] = [took(first.ms), took(best.ms)];
  return `From ${from} to ${to}, ${times(first.ms / best.ms)} as fast, and every factor has the same bits`;
}
