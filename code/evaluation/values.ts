/**
 * The check of values that anything may be reckoned from.
 */
import { bad } from '../recsys.ts';

/** Throws unless there is a list of finite numbers. */
export function checkValues(
  where: string,
  name: string,
  values: ArrayLike<number>,
): void {
  const given = values as ArrayLike<number> | null | undefined;
  if (typeof given !== 'object' || typeof given?.length !== 'number') {
    throw bad(TypeError, where, name, 'an array of numbers', values);
  }
  for (let n = 0; n < values.length; n++) {
    const value = values[n];
    if (Number.isFinite(value)) continue;
    const Kind = typeof value === 'number' ? RangeError : TypeError;
    throw bad(Kind, where, `${name}[${n}]`, 'a finite number', value);
  }
}
