/**
 * The chance that k of n unseen items, drawn at random, hold the one that was held out; 0 if that
 * one is not among them.
 */
export function hitChance(k: number, unseen: number, reachable: boolean): number {
  return reachable ? Math.min(k, unseen) / unseen : 0;
}
