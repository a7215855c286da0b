// A thread of the pool: computes the results that it is asked for, one after the other.
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { toJson } from '../../kit/json.ts';
import type { Loader } from './loader.ts';

export interface Task {
  /** The compiled loader. */
  readonly file: string;
  /** The results that it needs, as JSON. */
  readonly given: readonly string[];
}

/** A result as JSON, or what was thrown. */
export type Answer = { readonly json: string } | { readonly error: unknown };

parentPort?.on('message', ({ file, given }: Task) => {
  const compute = async (): Promise<Answer> => {
    const { default: loader } = (await import(pathToFileURL(file).href)) as { default: Loader };
    const result = await loader.load(...(given.map((json) => JSON.parse(json)) as never[]));
    return { json: toJson(result) };
  };
  compute()
    .catch((error: unknown): Answer => ({ error }))
    .then((answer) => parentPort?.postMessage(answer));
});
