import type { Plugin } from 'vite';

/**
 * Places of VitePress' scripts that are mended, by file. Look again when its version changes: a change that no
 * longer fits ends the build.
 *
 * - The search box, for keyboards and screen readers: a dialog instead of a button that holds everything;
 *   options that are links instead of options that hold links; and the focus goes back to where it came from.
 * - The language and direction of the page are set where they differ only: setting them, even to what they
 *   are, makes a browser work out the style of every element again.
 */
const changes: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'app/index.js': [
    [
      `document.documentElement.lang = lang.value;`,
      `if (document.documentElement.lang !== lang.value) document.documentElement.lang = lang.value;`,
    ],
    [
      `document.documentElement.dir = dir.value;`,
      `if (document.documentElement.dir !== dir.value) document.documentElement.dir = dir.value;`,
    ],
  ],
  'components/VPLocalSearchBox.vue': [
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
  'components/VPNavBarSearch.vue': [
    [
      `@close="showSearch = false"`,
      `@close="showSearch = false; $nextTick(() => $el.querySelector('button').focus({ preventScroll: true }))"`,
    ],
  ],
};

export function mended(): Plugin {
  return {
    name: 'book-mended',
    enforce: 'pre',
    transform(code, id) {
      const file =
        /vitepress\/dist\/client\/(?:theme-default\/)?(\w+\/\w+\.\w+)$/.exec(id)?.[1] ?? '';
      if (!(file in changes)) return undefined;
      return changes[file].reduce((source, [from, to]) => {
        if (!source.includes(from)) throw new Error(`${file} of VitePress has changed: ${from}`);
        return source.replaceAll(from, to);
      }, code);
    },
  };
}

/**
 * VitePress' selectors that ask what stands within something, or for a part of a class attribute: with every
 * change a browser answers that anew, looking through much of the page. See also markdown/codeBlocks.ts; a
 * test looks for such selectors in what was built.
 */
const selectors: readonly (readonly [from: string, to: string])[] = [
  [`:root:where(:has(.vp-graded-containers))`, `.vp-graded-containers`],
  [`.custom-block:has(> .custom-block-title, > summary)`, `.custom-block.details`],
  [`, :has(img, svg)`, ``],
  [`div[class$='-api']`, `.api-block`],
  [`[class*='vp-code-block']`, `.vp-code-block`],
  [`div[class*='language-']`, `.code-block`],
  [`[class*='language-']`, `.code-block`],
];

/** For PostCSS, which has the style sheets in one piece. */
export const mendedSelectors = {
  postcssPlugin: 'book-mended-selectors',
  Rule(rule: { selector: string }): void {
    for (const [from, to] of selectors) {
      if (rule.selector.includes(from)) rule.selector = rule.selector.replaceAll(from, to);
    }
  },
};
