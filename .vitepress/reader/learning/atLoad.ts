// All that a page has at load of the reader's progress: it looks whether there is any.
import { keptText } from '../../kit/device.ts';
import { loadScript } from '../../kit/loadScript.ts';
import { progressKey } from './key.ts';

/** Marks the contents with what was solved before; who has solved nothing loads nothing. */
export function markContents(): void {
  if (keptText(progressKey) === null) return;
  void loadScript(() => import('./marks.ts')).then(({ default: mark }) => mark());
}
