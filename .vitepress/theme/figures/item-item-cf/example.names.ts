/** The users and items of the worked example. */
export const userNames = ['Ada', 'Ben', 'Cleo', 'Dan'] as const;
export const itemNames = ['A', 'B', 'C', 'D'] as const;
