// The whole script of the isolated worker, but for `link`: it stands before this one and gives what is in
// linked.ts, linked to a version of the module. The policy of the frame has taken away the network, its
// origin the storage. What is left over is taken away here, before any line of the reader's is read.
import { Matrix } from 'ml-matrix';
import seedrandom from 'seedrandom';
import type * as Catalogue from './catalogue.ts';
import type * as Checks from './checks.ts';
import { compare, compareOwn, ownClassOf } from './compare.ts';
import type { Done, OwnWorld, World } from './compare.ts';
import type * as Exercises from './exercises.ts';
import type * as Linked from './linked.ts';
import { placesOf } from './places.ts';
import type { Failure, Task } from './protocol.ts';

/** There only where the task is a model of the reader's own. */
declare function linkChecks(module: unknown): typeof Checks;
/** There only where the task is an exercise. */
declare function linkExercises(
  module: unknown,
  matrices: { readonly Matrix: unknown },
): typeof Exercises;
/** There only where models of the book are fitted. */
declare const linkCatalogue:
  ((module: unknown, linked: typeof Linked) => typeof Catalogue) | undefined;
declare function link(module: unknown): typeof Linked;
declare function importScripts(url: string): void;

/** What the frame sends: the addresses of the two modules. */
interface Start {
  readonly book: string;
  readonly yours: string;
  readonly task: Task;
}

type Scope = Record<string, unknown>;
type Factory = (need: (from: string) => unknown) => unknown;

const scope = self as unknown as Scope;
const post = self.postMessage.bind(self) as (message: string) => void;
const load = importScripts.bind(self);
const now = performance.now.bind(performance);
const { stringify } = JSON;
const say = (answer: unknown): void => post(stringify(answer));

/** Ways out of the worker, or to what outlasts it, in case a browser has left one open. */
const ways =
  'postMessage importScripts fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport Worker SharedWorker BroadcastChannel MessageChannel RTCPeerConnection indexedDB caches FontFace close requestAnimationFrame';

/** With it the module's compiled kernels would run in place of the loops that the reader may have changed. */
const kernels = 'WebAssembly';

function takeAway(): void {
  for (const name of [...ways.split(' '), kernels]) {
    for (
      let owner: object | null = scope;
      owner;
      owner = Object.getPrototypeOf(owner) as object | null
    )
      Reflect.deleteProperty(owner, name);
    if (name in scope)
      Object.defineProperty(scope, name, { value: undefined, configurable: false });
  }
  for (const name of ['storage', 'locks', 'serviceWorker', 'sendBeacon', 'connection'])
    for (
      let owner: object | null = navigator;
      owner;
      owner = Object.getPrototypeOf(owner) as object | null
    )
      Reflect.deleteProperty(owner, name);
}

function worldOf(module: unknown): OwnWorld {
  const linked = link(module);
  if (typeof linkCatalogue === 'undefined') return linked;
  return { ...linked, ...linkCatalogue(module, linked).catalogueOf(module as object) };
}

let bookModule: unknown;

function need(from: string): unknown {
  if (bookModule && from.endsWith('/recsys.ts')) return bookModule;
  if (from === 'ml-matrix') return { Matrix };
  if (from === 'seedrandom') return { default: seedrandom };
  throw new Error(`a module may import ml-matrix and seedrandom, not ${from}`);
}

function moduleAt(url: string): unknown {
  let factory: Factory | undefined;
  scope['$define'] = (given: Factory) => {
    factory = given;
  };
  load(url);
  delete scope['$define'];
  return factory?.(need);
}

function failureOf(error: unknown, url: string): Failure {
  const { name, message, culprit } = (error ?? {}) as Record<string, unknown>;
  return {
    kind: 'failed',
    name: typeof name === 'string' ? name : 'Error',
    message: String(message ?? error),
    places: placesOf(error, url),
    culprit: typeof culprit === 'string' ? culprit : '',
  };
}

/** Tells a step ten times a second at most. */
function steps(): (words: string) => void {
  let last = 0;
  return (words) => {
    if (now() - last < 100) return;
    last = now();
    say({ kind: 'step', words });
  };
}

self.onmessage = ({ data: { book, yours, task } }: MessageEvent<Start>) => {
  self.onmessage = null;
  try {
    const module = moduleAt(book);
    if (task.kind === 'exercise') {
      const { tryCode } = linkExercises(module, { Matrix });
      takeAway();
      return say(tryCode(task.id, moduleAt(yours)));
    }
    const bookWorld = worldOf(module);
    const checks = task.kind === 'own' ? linkChecks(module) : null;
    takeAway();
    if (task.kind === 'own') bookModule = module;
    const yourModule = moduleAt(yours);
    const onStep = steps();
    if (task.kind === 'own') {
      const Own = ownClassOf(yourModule);
      const check = (): void => {
        if (checks) say({ kind: 'checks', checks: checks.checkOwn(Own, yourModule, onStep) });
      };
      let raced: Done;
      try {
        raced = compareOwn(bookWorld, Own, task, now, onStep);
      } catch (error) {
        // What broke in the race is told last: what the checks found may say why.
        check();
        throw error;
      }
      say({ kind: 'raced', ...raced });
      check();
      return say({ kind: 'done', ...raced });
    }
    const worlds = { book: bookWorld as World, yours: worldOf(yourModule) as World };
    const done = compare(worlds, task, now, onStep);
    say({ kind: 'done', ...done });
  } catch (error) {
    const failure = failureOf(error, yours);
    // Chromium tells the place of a syntax error to nobody but the listener of what was not caught.
    if (error instanceof SyntaxError && failure.places.length === 0) throw error;
    say(failure);
  }
};
