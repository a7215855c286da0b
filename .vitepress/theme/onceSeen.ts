// What is done for a page as soon as it is seen, in one script.
export { watchSideways } from './sideways.ts';
export { skipUnseen } from './skipUnseen.ts';
