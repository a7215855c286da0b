import { defineAsyncComponent } from 'vue';
import type { Component } from 'vue';

/** How far below the window a demo comes alive, so that it is ready when it is seen. */
const margin = '600px';

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

/**
 * A demo in a chunk of its own. On a page that came as HTML it already stands there complete, and its
 * script comes when it is near; at once if the address has a query, which asks for a state.
 * @param selector finds the printed demo
 */
export function lazyDemo(selector: string, load: () => Promise<Component>): Component {
  return defineAsyncComponent(async () => {
    const printed = import.meta.env.SSR ? null : document.querySelector(selector);
    if (printed && location.search === '') await whenNear(printed);
    return load();
  });
}
