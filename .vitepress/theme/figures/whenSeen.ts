import { defineAsyncComponent } from 'vue';
import type { Component } from 'vue';

/** How near to the screen, and how long after the page has loaded, a part wakes. */
const margin = '600px';
const patience = 2500;

/**
 * A part of the page that stands in the HTML from the start. Its script is fetched when the reader
 * comes near it, touches the page, or has been there for a moment: it is no part of the first load.
 * @param selector finds the part in the HTML of the first page; elsewhere nothing waits
 */
export function whenSeen(
  selector: string,
  loader: () => Promise<{ default: Component }>,
): Component {
  return defineAsyncComponent(async () => {
    if (!import.meta.env.SSR) await near(selector);
    return (await loader()).default;
  });
}

function near(selector: string): Promise<void> {
  const part = document.querySelector(selector);
  // Once the book runs, a page that is turned to has no HTML to stand in for its parts.
  const running = Object.hasOwn(document.querySelector('#app') ?? {}, '__vue_app__');
  if (!part || running || location.search) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) wake();
      },
      { rootMargin: margin },
    );
    const touches = ['pointerdown', 'keydown', 'focusin'] as const;
    const wake = (): void => {
      observer.disconnect();
      for (const touch of touches) removeEventListener(touch, wake);
      resolve();
    };
    observer.observe(part);
    for (const touch of touches) addEventListener(touch, wake, { passive: true });
    const later = () => setTimeout(wake, patience);
    if (document.readyState === 'complete') later();
    else addEventListener('load', later, { once: true });
  });
}
