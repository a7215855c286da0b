// The passages of a page that tell what a run has shown: `::: told popularity`. Each is closed until the question of
// that name is answered, or its reader wants to know without.
import { watch } from 'vue';
import { isOpen, openAnswer, openedCount } from './asked.ts';

const questionOf = (told: HTMLElement): string => told.dataset['asked'] ?? '';

/** Who comes by a link into a passage has asked to read it. */
function openLinked(): void {
  const place = document.getElementById(location.hash.slice(1));
  const told = place?.closest<HTMLElement>('.told');
  if (told) openAnswer(questionOf(told));
}

function press({ target }: Event): void {
  const button = target instanceof Element ? target.closest('.told-note button') : null;
  const told = button?.closest<HTMLElement>('.told');
  if (!told) return;
  openAnswer(questionOf(told));
  // The button goes: who came by keyboard goes on with what it has opened.
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
}

function update(): void {
  for (const told of document.querySelectorAll<HTMLElement>('.told')) {
    told.classList.toggle('closed', !isOpen(questionOf(told)));
  }
}

let isWatching = false;

/** Opens the passages of this page, and of those that are turned to, as their questions are answered. */
export function watchTold(): void {
  if (!isWatching) {
    isWatching = true;
    document.addEventListener('click', press);
    addEventListener('hashchange', openLinked);
    watch(openedCount, update);
  }
  openLinked();
  update();
}
