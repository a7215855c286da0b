/** So many seeds are drawn at a time. */
export const swarmStep = 50;
/** So many, and the picture is full. */
export const swarmMost = 500;
