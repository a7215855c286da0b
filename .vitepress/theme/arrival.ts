import { defineAsyncComponent } from 'vue';
import type { Component } from 'vue';
import type { Router } from 'vitepress';

let pages = 0;

/** Counts the pages, from the first, that came as HTML. */
export function countPages(router: Router): void {
  const loaded = router.onAfterPageLoad;
  router.onAfterPageLoad = async (to) => {
    pages++;
    await loaded?.(to);
  };
}

/** Whether this page was turned to: then it brings no HTML to stand in for its parts. */
export const isTurnedTo = (): boolean => pages > 1;

/** One turn of the browser: what the reader did in the meantime is heard. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

let asleep = 0;
let tellAlive: () => void = () => undefined;

/** Resolves when all parts of the first page are alive: until then nobody may change what stands there. */
export const whenAlive = new Promise<void>((resolve) => {
  tellAlive = resolve;
});

/** A part of the page's frame that comes alive in a turn of its own. */
export function inTurn(part: Component): Component {
  return defineAsyncComponent(async () => {
    if (import.meta.env.SSR) return part;
    asleep++;
    await nextTurn();
    void nextTurn().then(() => {
      if (--asleep === 0) tellAlive();
    });
    return part;
  });
}
