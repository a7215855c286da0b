/** Remembers the newest few results of what costs time, by their keys. */
export function remember<T>(size: number): (key: unknown, fresh: boolean, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, fresh, make) => {
    const text = JSON.stringify(key);
    const known = fresh ? undefined : kept.get(text);
    const value = known ?? make();
    kept.delete(text);
    kept.set(text, value);
    for (const oldest of kept.keys()) if (kept.size > size) kept.delete(oldest);
    return value;
  };
}

export interface Timed<T> {
  readonly value: T;
  readonly fitMs: number;
}

export function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const value = work();
  return { value, fitMs: performance.now() - start };
}
