import { defineAsyncComponent, hydrateOnVisible } from 'vue';
import type { Component } from 'vue';

/**
 * A figure that stands in the HTML from the start and wakes when it comes near the screen: its script
 * is no part of the page's first load.
 */
export function whenSeen<T extends Component>(loader: () => Promise<{ default: T }>): T {
  return defineAsyncComponent({
    loader: () => loader().then((module) => module.default),
    hydrate: hydrateOnVisible({ rootMargin: '400px' }),
  }) as unknown as T;
}
