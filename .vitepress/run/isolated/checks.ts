// The contract as checks, linked to the book's module: only a model of the reader's own needs them.
export { checkOwn } from './ownChecks.ts';
