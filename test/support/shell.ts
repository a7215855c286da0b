// What the bare shell of an engine runs: no DOM, no Node, only `print`.
import { fingerprint, fingerprintText } from '../../.vitepress/run/fingerprint.ts';

declare const print: (line: string) => void;

print(fingerprintText(fingerprint()));
