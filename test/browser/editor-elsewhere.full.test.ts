// The editor in engines that no driver speaks to: the unchanged region gives the same bits there too, and
// errors, which each engine words and places in its own way, still point at the line of the reader.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passageOf } from '../../.vitepress/reader/editor/region.ts';
import { root, sites } from '../support/site.ts';
import { findFirefox, findWebKit, hostPage, openUntil } from './support/driverless.ts';

interface Told {
  readonly agent: string;
  /** What the editor said to each change, in order. */
  readonly said: readonly string[];
}

type Change = readonly [from: string, to: string];

/** What our page does in the browser: it must not need anything from here. */
async function visitEditor(changes: readonly Change[]): Promise<void> {
  const tell = (told: unknown) => fetch('/told', { method: 'POST', body: JSON.stringify(told) });
  const until = async <T>(read: () => T | null | undefined | false | ''): Promise<T> => {
    for (;;) {
      const value = read();
      if (value) return value;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const find = (selector: string) =>
    document.querySelector('iframe')?.contentDocument?.querySelector<HTMLElement>(selector);
  /** Resolves when the editor has said that it runs, however short the run is. */
  const ran = (): Promise<void> =>
    new Promise((resolve) => {
      const editor = find('.code-editor');
      if (!editor) throw new Error('there is no editor');
      const look = new MutationObserver(() => {
        if (!/Running/.test(textOf('.editor-report'))) return;
        look.disconnect();
        resolve();
      });
      look.observe(editor, { subtree: true, childList: true, characterData: true });
    });
  const textOf = (selector: string): string => find(selector)?.textContent.trim() ?? '';
  try {
    const edit = await until(() => find('[data-region="popularity"] .listing-edit'));
    await until(() => find('.model-run fieldset:enabled'));
    edit.click();
    const area = (await until(() => find('.pce-textarea'))) as HTMLTextAreaElement;
    const original = area.value;
    const said: string[] = [];
    for (const [from, to] of changes) {
      area.value = original.replace(from, () => to);
      area.dispatchEvent(new Event('input'));
      const running = ran();
      find('.code-editor .primary')?.click();
      await running;
      await until(() => !/unning/.test(textOf('.editor-report')));
      said.push(await until(() => textOf('.editor-alert p') || textOf('.beside-finding')));
    }
    await tell({ agent: navigator.userAgent, said });
  } catch (error) {
    await tell({ error: String(error) });
  }
}

const source = readFileSync(join(root, 'code/recsys.ts'), 'utf8');
const { text, start } = passageOf(source, 'popularity');
const lineOf = (part: string): number =>
  start + text.split('\n').findIndex((line) => line.includes(part));

const counts = 'counts[i] += 1';
const changes: readonly Change[] = [
  ['', ''],
  [counts, 'counts[n] += 1'],
  // Parsed by nobody but the engine.
  ['return this;', 'let log = 1; return this;'],
  [counts, 'counts[i] += 2'],
];

const engines = [
  { name: 'Firefox', agent: /Firefox\/\d/, find: findFirefox },
  { name: 'WebKit', agent: /AppleWebKit\/.* Safari\//, find: findWebKit },
];

test.for(engines)(
  'the reader’s code runs in $name, and its errors have their lines',
  async (engine, context) => {
    const open = engine.find();
    if (!open) return context.skip(`needs ${engine.name}, not found on this machine`);
    const [site] = sites;
    const html = `<!doctype html><meta charset="utf-8"><title>A visit</title><iframe src="${site.base}models/popularity" width="1200" height="6000"></iframe>
<script>(${visitEditor.toString()})(${JSON.stringify(changes)})</script>`;
    const host = await hostPage<Told>(site, html);
    try {
      const { agent, said } = await openUntil(open, host.address, host.told);
      console.log(`${engine.name}: ${said.join(' | ')}`);
      expect(agent).toMatch(engine.agent);
      expect(said[0]).toMatch(/^The same bits as the book’s/);
      expect(said[1].startsWith(`ReferenceError, line ${lineOf(counts)}. `), said[1]).toBe(true);
      expect(said[2].startsWith(`Syntax error, line ${lineOf('return this;')}. `), said[2]).toBe(
        true,
      );
      expect(said[3]).toMatch(/^Other bits than the book’s/);
    } finally {
      host.close();
    }
  },
);
