/** Under this name the device keeps a reader's progress. */
export const progressKey = 'recommendation-book-progress';
/** And under this one the place where they read last. */
export const placeKey = 'recommendation-book-place';
