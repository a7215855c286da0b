// `npm run -s fingerprint`: the digests of what the book computes, in the Node that runs this.
import { fingerprint, fingerprintText } from '../.vitepress/run/fingerprint.ts';

process.stdout.write(fingerprintText(fingerprint()));
