import type { Plugin } from 'vite';

/** On the server nobody searches, so the index is empty there: VitePress would render every page anew for it. */
export function searchOnServer(): Plugin {
  const id = '\0book-empty-index';
  return {
    name: 'book-search-on-server',
    enforce: 'pre',
    apply: (_, { isSsrBuild }) => Boolean(isSsrBuild),
    resolveId: (source) => (source === '@localSearchIndex' ? id : undefined),
    load: (source) => (source === id ? 'export default {};' : undefined),
  };
}
