// What the reader's device keeps of the book, by name. Nothing of it is sent, and where a browser lets no page keep
// anything, it lasts until the page is left.

/** Null where nothing is kept, or where the storage is closed to this page. */
export function keptText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Closed, or full.
  }
}

export function forgetText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
