// Compiles the two versions and runs them in isolation: all that only who presses Run needs.
import type { Answer, Failure, Task } from '../workers/isolated/protocol.ts';
import { CodeError, compile } from './erase.ts';
import { runIsolated } from './sandbox.ts';

/** Two whole files. */
export interface Versions {
  readonly book: string;
  readonly yours: string;
}

/** What the compiler refuses, or gives up on, as a failure. */
export function refusal(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const places = error instanceof CodeError ? [{ line: error.line, column: error.column }] : [];
  return { kind: 'failed', name: 'SyntaxError', message, places, culprit: '' };
}

/** See runIsolated; what can't be compiled fails at once. */
export function runVersions(
  versions: Versions,
  task: Task,
  hear: (answer: Answer) => void,
): () => void {
  try {
    const [book, yours] = [compile(versions.book), compile(versions.yours)];
    return runIsolated({ book, yours, task }, hear);
  } catch (error) {
    hear(refusal(error));
    return () => undefined;
  }
}
