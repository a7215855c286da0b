// The few lines that every page has of the editor: they notice a link that carries code, and say when the
// rest cannot be had.
import type { Router } from 'vitepress';
import { loadScript } from '../../kit/loadScript.ts';
import { whenTurned } from '../../kit/whenTurned.ts';

export function openCodeOfLink(router: Router): void {
  if (import.meta.env.SSR) return;
  let opened = '';
  const look = (): void => {
    const { href, hash } = location;
    if (!hash.startsWith('#code=') || opened === href) return;
    opened = href;
    void loadScript(() => import('./shared.ts')).then((part) => part.default(hash));
  };
  whenTurned(router, look);
  addEventListener('hashchange', look);
}

/** Says in the head of a listing that its editor did not come; the next press asks again. */
export function sayLost(button: HTMLElement): void {
  const head = button.parentElement;
  const alert = head?.querySelector('.listing-lost') ?? document.createElement('span');
  alert.className = 'listing-lost';
  alert.setAttribute('role', 'alert');
  head?.append(alert);
  alert.textContent = 'The editor could not be loaded. Check the connection, then try again.';
}
