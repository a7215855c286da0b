// A model of the reader's own: kept on their device, as what they have solved is, and sent nowhere.
import { forgetText, keepText, keptText } from '../../kit/device.ts';
import { ownModelKey } from '../learning/key.ts';

export interface OwnModel {
  /** The file as it stands in the editor; empty where it is the book's. */
  readonly text: string;
  /** How it did in its last race, in words; empty before the first. */
  readonly said: string;
  /** How many races the reader's models have run: all of them see the same hidden items. */
  readonly tries: number;
}

/** More than anybody writes by hand; a device has little room. */
const longest = 200_000;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest;

/** The model in what the device has kept, whatever somebody has made of it since. */
export function readOwnModel(json: string | null): OwnModel | undefined {
  try {
    const { text, said, tries } = JSON.parse(json ?? '') as Record<string, unknown>;
    if (!isText(text)) return undefined;
    const count = Math.max(0, Math.trunc(Number(tries)) || 0);
    return { text, said: isText(said) ? said : '', tries: count };
  } catch {
    return undefined;
  }
}

export const keptOwnModel = (): OwnModel | undefined => readOwnModel(keptText(ownModelKey));

/** @param changed what has changed of it */
export function keepOwnModel(changed: Partial<OwnModel>): void {
  const model = { text: '', said: '', tries: 0, ...keptOwnModel(), ...changed };
  if (model.text.length <= longest) keepText(ownModelKey, JSON.stringify(model));
}

export const forgetOwnModel = (): void => forgetText(ownModelKey);

/** The text and what was said of it go; who has raced before has still raced. */
export function forgetOwnText(): void {
  if (keptOwnModel()?.tries) keepOwnModel({ text: '', said: '' });
  else forgetOwnModel();
}
