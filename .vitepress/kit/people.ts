import type { SyntheticOptions } from '../../code/recsys.ts';
import { defaultRun, nora } from '../run/defaults.ts';

/**
 * What the pages call a person of a log: the one whom the reader knows has a name, in the log of the book. In
 * another log the same number is somebody else.
 */
export function nameOf(user: number, log: SyntheticOptions = defaultRun.data): string {
  const isBooks = Object.entries(log).every(
    ([option, value]) => option === 'seed' && value === defaultRun.data.seed,
  );
  return isBooks && user === nora.user ? nora.name : `person ${user}`;
}

/** The number that a control takes, and the name where there is one: "person 108, Nora". */
export function numberAndName(user: number, log?: SyntheticOptions): string {
  const name = nameOf(user, log);
  return name === nora.name ? `person ${user}, ${name}` : name;
}

/** The same as `nameOf` where a sentence begins with it. */
export function nameFirst(user: number, log?: SyntheticOptions): string {
  const name = nameOf(user, log);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
