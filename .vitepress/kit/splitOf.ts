// By which rule a quoted result was measured. Each says so in the HTML, where a test reads it.
import { bookSplit } from '../run/defaults.ts';

/** The rule that the section on splits compares with, and what the names of its results begin with. */
export const otherSplit = { rule: 'last', prefix: 'last.' } as const;

/** What was held out for the result of this name. */
export const splitOf = (name: string): typeof bookSplit | typeof otherSplit.rule =>
  name.startsWith(otherSplit.prefix) ? otherSplit.rule : bookSplit;
