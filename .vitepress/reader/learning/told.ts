// The passages of a page that tell what a run has shown: `::: told popularity`. Each is closed until the question of
// that name is answered, or its reader wants to know without.
import { watchEffect } from 'vue';
import { isOpen, openAnswer } from './asked.ts';

let stop: (() => void) | undefined;

/** Who comes by a link into a passage has asked to read it. */
function openLinked(): void {
  const place =
    location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const told = place ? place.closest<HTMLElement>('.told') : null;
  if (told) openAnswer(told.dataset['asked'] ?? '');
}

function press({ target }: Event): void {
  const button = target instanceof Element ? target.closest('.told-note button') : null;
  const told = button?.closest<HTMLElement>('.told');
  if (!told) return;
  openAnswer(told.dataset['asked'] ?? '');
  // The button goes: who came by keyboard goes on with what it has opened.
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
}

/** Opens the passages of this page as their questions are answered. */
export function watchTold(): void {
  stop?.();
  const passages = [...document.querySelectorAll<HTMLElement>('.told')];
  if (passages.length === 0) return;
  openLinked();
  document.addEventListener('click', press);
  addEventListener('hashchange', openLinked);
  const unwatch = watchEffect(() => {
    for (const passage of passages) {
      passage.classList.toggle('closed', !isOpen(passage.dataset['asked'] ?? ''));
    }
  });
  stop = () => {
    unwatch();
    document.removeEventListener('click', press);
    removeEventListener('hashchange', openLinked);
  };
}
