import type { Router } from 'vitepress';
import { whenTurned } from '../kit/whenTurned.ts';

/** What a reader does who no longer wants to be taken anywhere. */
const stirrings = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
/** Nobody waits longer for a script. */
const patience = 10_000;

/**
 * Goes to the place that the address names when it comes: on a page that was turned to, the router looks for it
 * before the script of its part is there.
 */
export function goToLatePlaces(router: Router): void {
  if (import.meta.env.SSR) return;
  let stop = (): void => undefined;
  whenTurned(router, () => {
    stop();
    const place = location.hash.slice(1);
    const find = (): HTMLElement | null => document.getElementById(place);
    if (place === '' || find()) return;
    const observer = new MutationObserver(() => {
      const found = find();
      if (!found) return;
      end();
      found.scrollIntoView();
    });
    const end = (): void => {
      observer.disconnect();
      for (const name of stirrings) window.removeEventListener(name, end);
    };
    stop = end;
    observer.observe(document.body, { childList: true, subtree: true });
    for (const name of stirrings) window.addEventListener(name, end, { passive: true });
    setTimeout(end, patience);
  });
}
