// The few lines that every page has of the editor: they notice a link that carries code.
import type { Router } from 'vitepress';

export function openCodeOfLink(router: Router): void {
  if (import.meta.env.SSR) return;
  let opened = '';
  const look = (): void => {
    const { href, hash } = location;
    if (!hash.startsWith('#code=') || opened === href) return;
    opened = href;
    void import('./shared.ts').then((part) => part.default(hash));
  };
  const turned = router.onAfterRouteChange;
  router.onAfterRouteChange = async (to) => {
    await turned?.(to);
    look();
  };
  addEventListener('hashchange', look);
}
