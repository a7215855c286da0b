// A model of the reader's own: kept on their device, as what they have solved is, and sent nowhere.
import { forgetText, keepText, keptText } from '../../kit/device.ts';
import { ownModelKey } from '../learning/key.ts';

export interface OwnModel {
  /** The file as it stands in the editor. */
  readonly text: string;
  /** How it did in its last race, in words; empty before the first. */
  readonly said: string;
}

/** More than anybody writes by hand; a device has little room. */
const longest = 200_000;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest;

/** The model in what the device has kept, whatever somebody has made of it since. */
export function readOwnModel(json: string | null): OwnModel | undefined {
  try {
    const { text, said } = JSON.parse(json ?? '') as Record<string, unknown>;
    return isText(text) ? { text, said: isText(said) ? said : '' } : undefined;
  } catch {
    return undefined;
  }
}

export const keptOwnModel = (): OwnModel | undefined => readOwnModel(keptText(ownModelKey));

/** @param changed what has changed of it */
export function keepOwnModel(changed: Partial<OwnModel>): void {
  const model = { text: '', said: '', ...keptOwnModel(), ...changed };
  if (model.text.length <= longest) keepText(ownModelKey, JSON.stringify(model));
}

export const forgetOwnModel = (): void => forgetText(ownModelKey);
