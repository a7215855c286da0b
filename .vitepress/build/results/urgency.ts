/** What is planned: how long it takes, about, and the ids of what it waits for. */
export interface Planned {
  readonly id: string;
  readonly seconds: number;
  readonly needs: readonly string[];
  /** Nobody waits for it. */
  readonly isLate?: boolean | undefined;
}

/**
 * The seconds from the beginning of one to the end of the last that waits for it, or for one that does, if
 * threads were never short; 0 for what is late.
 */
export function urgencyOf(planned: Planned, all: readonly Planned[]): number {
  if (planned.isLate) return 0;
  const waiting = all.filter(({ needs }) => needs.includes(planned.id));
  return planned.seconds + Math.max(0, ...waiting.map((other) => urgencyOf(other, all)));
}
