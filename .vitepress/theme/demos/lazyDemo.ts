import { defineAsyncComponent } from 'vue';
import type { Component } from 'vue';

/** How far below the window a demo comes alive, so that it is ready when it is seen. */
const margin = '400px';
/** How long the page has been complete before a demo that is far off comes alive as well. */
const patience = 4000;

/** Resolves when the element comes near the window. */
function whenNear(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: margin },
    );
    observer.observe(element);
  });
}

/** Resolves when the page has loaded and has nothing else to do. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const wait = (): void => {
      setTimeout(() => {
        // Not every browser has it.
        if ('requestIdleCallback' in window)
          requestIdleCallback(() => resolve(), { timeout: patience });
        else resolve();
      }, patience);
    };
    if (document.readyState === 'complete') wait();
    else window.addEventListener('load', wait, { once: true });
  });
}

/** Once the book runs, a page that is turned to brings no HTML to stand in for its parts. */
const isRunning = (): boolean => '__vue_app__' in (document.querySelector('#app') ?? {});

/**
 * A demo in a chunk of its own. On a page that came as HTML it already stands there complete, and its
 * script comes when it is near or the page is idle; at once if the address has a query, which asks
 * for a state.
 * @param selector finds the printed demo
 */
export function lazyDemo(selector: string, load: () => Promise<Component>): Component {
  return defineAsyncComponent(async () => {
    const printed = import.meta.env.SSR || isRunning() ? null : document.querySelector(selector);
    if (printed && location.search === '') {
      await Promise.race([whenNear(printed), whenIdle()]);
    }
    return load();
  });
}
