import type { Loader } from '../../build/results/loader.ts';
import { fingerprint, fingerprintText } from '../../run/fingerprint.ts';
import type { Fingerprint } from '../../run/fingerprint.ts';

export interface PrintedFingerprint extends Fingerprint {
  /** The file fingerprint.txt. */
  readonly text: string;
}

declare const data: PrintedFingerprint;
export { data };

export default {
  seconds: 1,
  load(): PrintedFingerprint {
    const found = fingerprint();
    return { ...found, text: fingerprintText(found) };
  },
} satisfies Loader;
