/** The chance that k of n unseen items, drawn at random, hold the one of them that was held out. */
export const hitChance = (k: number, unseen: number): number => Math.min(k, unseen) / unseen;
