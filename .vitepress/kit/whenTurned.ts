import type { Router } from 'vitepress';

/** Acts whenever a page has been turned to, after all that acted so far. */
export function whenTurned(router: Router, act: () => unknown): void {
  const before = router.onAfterRouteChange;
  router.onAfterRouteChange = async (to) => {
    await before?.(to);
    await act();
  };
}
