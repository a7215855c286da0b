import { inTier } from '../../support/tier.ts';

/** How often each fault is provoked. */
export const tries = inTier(1, 20);

/** Does this `count` times, `width` of them side by side; every failure says which try it was. */
export async function inTurn(
  count: number,
  width: number,
  provoke: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let survived = 0;
  const failures: string[] = [];
  const line = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      try {
        await provoke(n);
        survived++;
      } catch (error) {
        failures.push(`try ${n + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, line));
  if (failures.length > 0 || survived !== count) {
    throw new Error([`survived ${survived} of ${count}`, ...failures].join('\n'));
  }
}
