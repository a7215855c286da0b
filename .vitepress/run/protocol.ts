// What the page and the worker say to each other. Plain data only: everything here can be cloned and
// printed as JSON, because the same results are made at build time and stand in the HTML.
import type { FitProgress } from '../../code/models.ts';

/** What the page asks for. */
export interface Order<Request = unknown> {
  /** The address of the script of the job: see job.ts. */
  readonly job: string;
  /** Every message of the run has it. */
  readonly runId: number;
  readonly request: Request;
  /** Compute again, also what is known. */
  readonly fresh: boolean;
}

/** What the worker says of one run: any number of the first two, then one of the others. */
export type Message<Part = unknown, Answer = unknown> = { readonly runId: number } & (
  | { readonly kind: 'progress'; readonly id: string; readonly progress: FitProgress }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string }
);

export const cannotStart =
  'The part of this page that computes could not be loaded. Check the connection, then try again.';
