// The states of a run, as one pure function: what the page shows depends on nothing else.
import type { FitProgress } from '../../code/models.ts';

export type Status = 'idle' | 'running' | 'done' | 'stopped' | 'failed';

export interface RunState {
  readonly status: Status;
  /** The run that counts: an answer with another id is stale. */
  readonly runId: number;
  /** How far the fit is; null while nothing was heard of it. */
  readonly progress: (FitProgress & { readonly id: string }) | null;
  /** Why it failed or was stopped; empty where there is nothing to say. */
  readonly message: string;
}

export type RunEvent =
  | { readonly type: 'start'; readonly runId: number }
  | {
      readonly type: 'progress';
      readonly runId: number;
      readonly id: string;
      readonly progress: FitProgress;
    }
  | { readonly type: 'done'; readonly runId: number }
  | { readonly type: 'stop'; readonly message?: string }
  | { readonly type: 'fail'; readonly message: string }
  | { readonly type: 'reset' };

export const idle: RunState = { status: 'idle', runId: 0, progress: null, message: '' };

export function reduce(state: RunState, event: RunEvent): RunState {
  const { runId } = state;
  const running = state.status === 'running';
  switch (event.type) {
    case 'start':
      return { status: 'running', runId: event.runId, progress: null, message: '' };
    case 'progress':
      if (!running || event.runId !== runId) return state;
      return { ...state, progress: { ...event.progress, id: event.id } };
    case 'done':
      if (!running || event.runId !== runId) return state;
      return { ...state, status: 'done' };
    case 'stop':
      if (!running) return state;
      return { status: 'stopped', runId, progress: null, message: event.message ?? '' };
    case 'fail':
      return { status: 'failed', runId, progress: null, message: event.message };
    case 'reset':
      return { ...idle, runId };
  }
}

/** What a run does now that counts its fits. */
export const aboutFits = ({ progress }: RunState): string =>
  progress ? `Fit ${progress.step + 1} of ${progress.total}` : 'Starting';
