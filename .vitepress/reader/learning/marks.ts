// The quiet marks beside the chapters of the contents. They are put into places that the page has
// already, so that nothing moves and the printed page stays what it was.
import { keptProgress } from './kept.ts';
import { exerciseIds } from './list.ts';

/** @param solved what was solved; without it, what the device has kept */
export default function mark(solved: readonly string[] = keptProgress().solved): void {
  for (const place of document.querySelectorAll<HTMLElement>('.toc-done')) {
    const ids = exerciseIds(place.dataset['chapter'] ?? '', Number(place.dataset['exercises']));
    const done = ids.filter((id) => solved.includes(id)).length;
    place.dataset['done'] = done === 0 ? 'none' : done < ids.length ? 'some' : 'all';
    const words = document.createElement('span');
    words.className = 'visually-hidden';
    words.textContent = `, ${done} of ${ids.length} exercises solved`;
    place.replaceChildren(...(done === 0 ? [] : [words]));
  }
}
