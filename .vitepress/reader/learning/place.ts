// Where the reader was last: kept on their device, as what they have solved is, and sent nowhere.
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

/** None where the storage is closed to this page. */
export function keptPlace(): Place | undefined {
  try {
    return readPlace(localStorage.getItem(placeKey));
  } catch {
    return undefined;
  }
}

export function keepPlace(place: Place): void {
  try {
    localStorage.setItem(placeKey, JSON.stringify(place));
  } catch {
    // Then the book does not know it at the next visit.
  }
}

export function forgetPlace(): void {
  try {
    localStorage.removeItem(placeKey);
  } catch {
    // Nothing was kept.
  }
}
