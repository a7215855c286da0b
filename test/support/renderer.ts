import { createMarkdownRenderer, disposeMdItInstance } from 'vitepress';

/** A renderer of one's own: VitePress keeps the first that it made, and would give that to all who ask. */
export const newRenderer: typeof createMarkdownRenderer = (...given) => {
  disposeMdItInstance();
  return createMarkdownRenderer(...given);
};
