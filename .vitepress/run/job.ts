// What a job of the worker is. Each is one file, found by its name: `run/jobs/<name>.ts`, or
// `chapters/<slug>/<name>.job.ts` where one chapter alone asks for it.
import type { FitProgress } from '../../code/models.ts';

/** What a job is given beside its request. */
export interface Telling<Part = never> {
  /** How far it is, and with what. */
  readonly progress: (id: string, progress: FitProgress) => void;
  /** A part of the answer that is there before the rest. */
  readonly part: (part: Part) => void;
  /** Compute again, also what is known. */
  readonly fresh: boolean;
}

/** One piece of work, from a request to its answer: plain data, both of them. */
export interface Job<Name extends string, Request, Part, Answer> {
  readonly name: Name;
  /** Of a job that waits for others, the promise of an answer. */
  readonly run: (request: Request, telling: Telling<Part>) => Answer;
}

export function defineJob<const Name extends string, Request, Answer, Part = never>(
  name: Name,
  run: (request: Request, telling: Telling<Part>) => Answer,
): Job<Name, Request, Part, Answer> {
  return { name, run };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any job, whatever it is asked
export type AnyJob = Job<string, any, any, any>;
export type RequestOf<J extends AnyJob> = Parameters<J['run']>[0];
export type AnswerOf<J extends AnyJob> = Awaited<ReturnType<J['run']>>;
export type PartOf<J extends AnyJob> = Parameters<Parameters<J['run']>[1]['part']>[0];

/** `../chapters/bpr/negatives.job.ts` -> `negatives` */
export const jobName = (file: string): string =>
  file.replace(/^.*\//, '').replace(/(?:\.job)?\.ts$/, '');

/** How far a job is that counts its steps from 0. */
export const counted = (step: number, total: number): FitProgress => ({ step, total, value: 0 });
