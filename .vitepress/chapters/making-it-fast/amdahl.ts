/**
 * How many times as fast the whole is if a share of its time becomes so many times as fast: the rest takes as long as
 * before (Amdahl 1967, https://doi.org/10.1145/1465482.1465560).
 */
export const wholeSpeedup = (share: number, faster: number): number =>
  1 / (1 - share + share / faster);
