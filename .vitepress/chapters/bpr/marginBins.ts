/** The bins of the margins. */
export const marginBins = { from: -4, width: 0.5, count: 28 } as const;
