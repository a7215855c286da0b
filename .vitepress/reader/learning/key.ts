/** Under this name the device keeps a reader's progress. */
export const progressKey = 'recommendation-book-progress';
