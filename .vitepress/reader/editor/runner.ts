// Compiles the two versions and runs them in isolation: all that only who presses Run needs.
import program, { toolboxNames } from 'virtual:isolated-program';
import type { Answer, Failure, Task } from '../../run/isolated/protocol.ts';
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

let compiled: { source: string; script: string } | undefined;

/** The book's module is the same at every run. */
function compileBook(source: string): string {
  if (compiled?.source !== source) compiled = { source, script: compile(source, toolboxNames) };
  return compiled.script;
}

/**
 * Compiles and runs; see runIsolated. What can't be compiled fails at once.
 * @param more what the task needs before the script of the worker
 */
export function runVersions(
  { book, yours }: Versions,
  task: Task,
  more: string,
  hear: (answer: Answer) => void,
): () => void {
  try {
    const job = { book: compileBook(book), yours: compile(yours, toolboxNames), task };
    return runIsolated(more + program, job, hear);
  } catch (error) {
    hear(refusal(error));
    return () => undefined;
  }
}
