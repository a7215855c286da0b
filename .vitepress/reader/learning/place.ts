// Where the reader was last: kept on their device, as what they have solved is, and sent nowhere.
import { forgetText, keepText, keptText } from '../../kit/device.ts';
import { placeKey } from './key.ts';

export interface Place {
  /** Of the chapter, within the site: `/models/bpr`. */
  readonly link: string;
  /** Of the section, with its title; none at the head of the chapter. */
  readonly section?: { readonly id: string; readonly title: string };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The place in what the device has kept, whatever somebody has made of it since. */
export function readPlace(text: string | null): Place | undefined {
  try {
    const { link, section } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (!isText(link)) return undefined;
    const { id, title } = (section ?? {}) as Record<string, unknown>;
    return isText(id) && isText(title) ? { link, section: { id, title } } : { link };
  } catch {
    return undefined;
  }
}

export const keptPlace = (): Place | undefined => readPlace(keptText(placeKey));

export const keepPlace = (place: Place): void => keepText(placeKey, JSON.stringify(place));

export const forgetPlace = (): void => forgetText(placeKey);
