/**
 * What a file `*.data.ts` exports by default. Its result is computed once, when the book is built or when
 * what it stands on has changed, and a page that imports `data` from the file gets it as JSON.
 */
export interface Loader {
  /** Computes the result; `given` are the results of `from`, in that order. */
  readonly load: (...given: never[]) => unknown;
  /** Other loaders whose results are needed, by their file beside this one: `['./math.data.ts']`. */
  readonly from?: readonly string[];
  /** Files and folders that are read while it computes, from the project's folder: `['docs']`. */
  readonly reads?: readonly string[];
  /** About how long it takes on a plain machine. The long ones begin first. 0.3 unless told. */
  readonly seconds?: number;
  /** No page waits for it: the others begin first. */
  readonly isLate?: boolean;
}
