// What the last half-step did, as the title of its figure.
import { decimal } from '../../kit/numbers.ts';
import type { PaperState } from './halfSteps.ts';

/** 1 -> "1st", 12 -> "12th" */
export function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** "The 3rd half-step took L from 12.41 to 9.80: ..." */
export function stepTitle(states: readonly PaperState[]): string {
  const step = states.length - 1;
  const { L, solved } = states[step];
  if (step === 0) return `Before the first half-step all scores are 0, and L is ${decimal(L, 2)}`;
  const before = states[step - 1];
  const rows = solved === 'users' ? 'every person’s row' : 'every book’s row';
  const [from, to] = [before.L, L].map((value) => decimal(value, 2));
  if (before.solved === solved)
    return `The ${ordinal(step)} half-step left L at ${to}: ${rows} was at its lowest already`;
  return from === to
    ? `The ${ordinal(step)} half-step moved L, ${to}, by less than a hundredth`
    : `The ${ordinal(step)} half-step took L from ${from} to ${to}, by solving ${rows}`;
}
