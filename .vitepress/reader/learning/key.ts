/** Under this name the device keeps a reader's progress. */
export const progressKey = 'recommendation-book-progress';
/** Under this one a model of their own, and how it did. */
export const ownModelKey = 'recommendation-book-own-model';
/** And under this one the place where they read last. */
export const placeKey = 'recommendation-book-place';
