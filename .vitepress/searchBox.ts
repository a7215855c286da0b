import type { Plugin } from 'vite';

/**
 * VitePress' search box, mended for keyboards and screen readers: a dialog instead of a button that
 * holds everything; options that are links instead of options that hold links; and the focus goes
 * back to where it came from. Look again when the version changes: a change that no longer fits
 * ends the build.
 */
const changes: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'VPLocalSearchBox.vue': [
    [
      `      role="button"
      :aria-owns="results?.length ? 'localsearch-list' : undefined"
      aria-expanded="true"
      aria-haspopup="listbox"
`,
      `      role="dialog"
      aria-modal="true"
`,
    ],
    [
      `            :id="'localsearch-item-' + index"
            :aria-selected="selectedIndex === index ? 'true' : 'false'"
            role="option"
`,
      `            role="presentation"
`,
    ],
    [
      `              :aria-label="[...p.titles, p.title].join(' > ')"
`,
      `              role="option"
              :id="'localsearch-item-' + index"
              :aria-selected="selectedIndex === index ? 'true' : 'false'"
`,
    ],
    [`<span class="title-icon">#</span>`, `<span class="title-icon" aria-hidden="true">#</span>`],
    [`<kbd :aria-label=`, `<kbd role="img" :aria-label=`],
  ],
  'VPNavBarSearch.vue': [
    [
      `@close="showSearch = false"`,
      `@close="showSearch = false; $nextTick(() => $el.querySelector('button').focus({ preventScroll: true }))"`,
    ],
  ],
};

export function mendedSearchBox(): Plugin {
  return {
    name: 'book-search-box',
    enforce: 'pre',
    transform(code, id) {
      const file = /theme-default\/components\/(\w+\.vue)$/.exec(id)?.[1] ?? '';
      if (!(file in changes)) return undefined;
      return changes[file].reduce((source, [from, to]) => {
        if (!source.includes(from)) throw new Error(`${file} of VitePress has changed: ${from}`);
        return source.replaceAll(from, to);
      }, code);
    },
  };
}
