import type { Plugin } from 'vite';

/**
 * Parts of VitePress' theme that the book never shows, left out of what a reader loads.
 * The names are files of `vitepress/dist/client/theme-default`; look again when its version changes.
 */
const unused = [
  'VPBadge',
  'VPCarbonAds',
  'VPDocAside',
  'VPDocFooterLastUpdated',
  'VPHome',
  'VPImage',
  'VPMenuGroup',
  'VPNavBarAskAiButton',
  'VPNavMenuGroup',
  'VPNavSocialLinks',
  'VPNavTranslations',
  'VPSocialLinks',
  'NotFound',
];

const nothing = '\0book:nothing';

export function withoutUnused(): Plugin {
  const pattern = new RegExp(`/(${unused.join('|')})\\.vue$`);
  return {
    name: 'book-without-unused',
    enforce: 'pre',
    resolveId(id, importer) {
      return importer?.includes('theme-default') && pattern.test(id) ? nothing : undefined;
    },
    load(id) {
      if (id !== nothing) return undefined;
      return 'export default { inheritAttrs: false, render: () => null };';
    },
  };
}
