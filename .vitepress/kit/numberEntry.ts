// What was typed into a number field: the number, or why it is none that the field can take.
import { withCommas } from './numbers.ts';

export interface EntryRules {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly unit: string;
  /** An empty field means Infinity: all there are. */
  readonly orAll?: true;
}

export type Entry =
  | { readonly value: number; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** @param bad the browser could not read the text as a number (`validity.badInput`) */
export function readEntry(rules: EntryRules, text: string, bad: boolean): Entry {
  const { label, min, max, integer, unit, orAll } = rules;
  const kind = integer ? 'a whole number' : 'a number';
  const needed = `${label} takes ${kind} from ${withCommas(min)} to ${withCommas(max)}${unit && ` ${unit}`}${orAll ? ', or nothing for all' : ''}`;
  const typed = text.trim();
  const value = Number(typed);
  if (bad || (typed !== '' && Number.isNaN(value)))
    return { problem: `${needed}; what is typed here is not a number.` };
  if (typed === '' && orAll) return { value: Infinity };
  if (typed === '') return { problem: `${needed}; the field is empty.` };
  const shown = typed.length > 12 ? `${typed.slice(0, 12)}…` : typed;
  if (value < min || value > max)
    return { problem: `${needed}; ${shown} is too ${value < min ? 'small' : 'large'}.` };
  if (integer && !Number.isInteger(value)) return { problem: `${needed}; ${shown} is not whole.` };
  return { value };
}
