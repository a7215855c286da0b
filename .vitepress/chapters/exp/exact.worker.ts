// The worker of the page about exp: computes the fingerprint, or measures the Math of this engine.
import { measureEngine } from './engineMath.ts';
import type { EngineMath } from './engineMath.ts';
import { fingerprint } from '../../run/fingerprint.ts';
import type { Fingerprint, Part } from '../../run/fingerprint.ts';

/** What the page asks for, and what it gets. */
export interface Exact {
  readonly fingerprint: Fingerprint;
  readonly math: EngineMath;
}

export type ExactAnswer =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'done'; readonly result: Exact[keyof Exact]; readonly ms: number };

const say = (answer: ExactAnswer): void => self.postMessage(answer);

self.onmessage = ({ data: question }: MessageEvent<keyof Exact>) => {
  const start = performance.now();
  const result =
    question === 'math' ? measureEngine() : fingerprint((part) => say({ kind: 'part', part }));
  say({ kind: 'done', result, ms: performance.now() - start });
};
