// Owns the frame in which the reader's code runs: one frame and one worker for each run, gone with it.
import { withBase } from 'vitepress';
import { readAnswer } from '../../run/isolated/protocol.ts';
import type { Answer, Failure, Job } from '../../run/isolated/protocol.ts';

/** How long until the frame must be there. */
const patience = 20_000;

const failed = (name: string, message: string, places: Failure['places'] = []): Failure => {
  return { kind: 'failed', name, message, places, culprit: '' };
};

const notThere = failed(
  'Not started',
  'The part of this page that runs your code could not be loaded. Check the connection, then try again.',
);
const flood = failed(
  'Stopped',
  'The code sent more, or longer, messages than this page takes. It was ended.',
);
const malformed = failed('Stopped', 'The code sent something that is no answer. It was ended.');

/** What the frame says; whatever else comes from it counts as nothing. */
interface Told {
  readonly kind?: unknown;
  readonly text?: unknown;
  readonly message?: unknown;
  readonly line?: unknown;
  readonly column?: unknown;
}

function brokenAt({ message, line, column }: Told): Failure {
  const [, name = 'Error', words = ''] =
    /^(?:Uncaught )?(\w*Error): ([^]*)$/.exec(String(message)) ?? [];
  const places = Number(line) > 0 ? [{ line: Number(line), column: Number(column) || 1 }] : [];
  return failed(name, words || String(message) || 'The code could not be read.', places);
}

function answerTo(told: Told): Answer {
  if (told.kind === 'said') return readAnswer(told.text) ?? malformed;
  return told.kind === 'flood' ? flood : brokenAt(told);
}

/**
 * Runs a job in isolation, with the script of the worker. `hear` gets steps and then one end: done, tried or failed.
 * @returns what ends the run at once, also a loop without end; then nothing more is heard
 */
export function runIsolated(program: string, job: Job, hear: (answer: Answer) => void): () => void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.title = 'Where your code runs';
  frame.src = withBase('/isolated.html');

  const end = (): void => {
    clearTimeout(timer);
    removeEventListener('message', listen);
    frame.remove();
  };
  const tell = (answer: Answer): void => {
    if (['done', 'tried', 'failed'].includes(answer.kind)) end();
    hear(answer);
  };
  const listen = ({ source, data }: MessageEvent<Told>): void => {
    if (source !== frame.contentWindow || typeof data !== 'object' || !data) return;
    if (data.kind !== 'ready') return tell(answerTo(data));
    clearTimeout(timer);
    // Its origin is opaque, so no other address can be named; it holds nothing but our own script.
    frame.contentWindow?.postMessage({ program, ...job }, '*');
  };
  const timer = setTimeout(() => tell(notThere), patience);
  addEventListener('message', listen);
  document.body.append(frame);
  return end;
}
