/** What the half-step on paper starts from. */
export const startY = [2, 1, 1, 1, 1] as const;
export const stepAlpha = 1;
export const stepReg = 1;
