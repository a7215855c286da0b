import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Parts of VitePress' layout that come alive each in a turn of its own. All at once they would keep a slow
 * phone from answering for a tenth of a second and more; in between, the reader's press is heard.
 * The names are files of `vitepress/dist/client/theme-default/components`; look again when its version changes.
 */
const parts = ['VPNav', 'VPContent'];

const prefix = '\0book:in-turn:';

export function partsInTurn(root: string): Plugin {
  const helper = path.join(root, '.vitepress/theme/arrival.ts');
  const pattern = new RegExp(`^\\./components/(${parts.join('|')})\\.vue$`);
  return {
    name: 'book-parts-in-turn',
    enforce: 'pre',
    resolveId(id, importer) {
      const name = importer?.includes('theme-default/Layout.vue')
        ? pattern.exec(id)?.[1]
        : undefined;
      return name === undefined ? undefined : prefix + name;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const file = `vitepress/dist/client/theme-default/components/${id.slice(prefix.length)}.vue`;
      return [
        `import part from '${file}';`,
        `import { inTurn } from '${helper}';`,
        'export default inTurn(part);',
      ].join('\n');
    },
  };
}
