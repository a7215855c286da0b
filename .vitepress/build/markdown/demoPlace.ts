import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { partFile, partsIn } from './parts.ts';

/**
 * The place of a page to which "Skip to the demo" leads: before the first part that has a Run. The layout knows from the
 * frontmatter that there is one.
 */
const demoPlace = 'demo';

const runs = new Map<string, boolean>();

/** Whether a part has a Run of its own, or in a part that it brings. */
export function hasRun(file: string): boolean {
  const known = runs.get(file);
  if (known !== undefined) return known;
  const source = readFileSync(file, 'utf8');
  const template = source.slice(source.indexOf('<template>'));
  runs.set(file, false);
  const brought = Array.from(source.matchAll(/'(\.[^'*]+\.vue)'/g), ([, name]) =>
    path.join(path.dirname(file), name),
  );
  const has =
    /<RunBar\b|>\s*Run\s*</.test(template) ||
    // The demo of each model.
    source.includes('/Demo.vue') ||
    brought.some(hasRun);
  runs.set(file, has);
  return has;
}

interface PageEnv {
  readonly relativePath?: string;
  frontmatter?: Record<string, unknown>;
}

export function demoPlacePlugin(md: MarkdownRenderer, root: string): void {
  md.core.ruler.push('demo_place', (state) => {
    const env = state.env as PageEnv;
    const page = env.relativePath;
    if (!page) return;
    const first = state.tokens.findIndex(
      ({ type, content }) =>
        type.startsWith('html_') &&
        partsIn(content).some((name) => hasRun(path.join(root, partFile(root, page, name)))),
    );
    if (first < 0) return;
    const place = new state.Token('html_block', '', 0);
    place.content = `<span id="${demoPlace}" tabindex="-1"></span>\n`;
    state.tokens.splice(first, 0, place);
    env.frontmatter = { ...env.frontmatter, hasDemo: true };
  });
}
