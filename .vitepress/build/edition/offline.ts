import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type TypeScript from 'typescript';
import { dayInWords } from './settings.ts';

/**
 * What a reader needs to go on without a network: a service worker with the list of what it saves, and on
 * each page the name of the edition that the page is of.
 */

const metaName = 'book-edition';
const oldStamp = new RegExp(`<meta name="${metaName}" content="[^"]*" data-bytes="\\d+">`);

/** What programs ask for, what stands in other people's pages, and what says how to serve the rest. */
const leftOut =
  /^(?:social\/|embed\/|sw\.js$|_headers$|hashmap\.json$|book\.png$|(?:sitemap|feed)\.xml$|llms(?:-full)?\.txt$)/;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Names the edition on every page of the folder, and writes the worker that saves them. */
export function finishOffline(
  outDir: string,
  { version, date }: { readonly version: string; readonly date?: string },
): string {
  const files = filesIn(outDir).filter((file) => !leftOut.test(file));
  const read = (file: string): Buffer => {
    const bytes = readFileSync(path.join(outDir, file));
    return file.endsWith('.html') ? Buffer.from(bytes.toString().replace(oldStamp, '')) : bytes;
  };
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of files) {
    const content = read(file);
    bytes += content.length;
    hash.update(file).update(createHash('sha256').update(content).digest());
  }
  const day = date ? ` of ${dayInWords(date)}` : '';
  const name = `${version}${day} (${hash.digest('hex').slice(0, 8)})`;

  // The frame of the reader's code is no page: nobody reads it.
  const isPage = (file: string): boolean => file.endsWith('.html') && file !== 'isolated.html';
  for (const file of files.filter(isPage)) {
    const head = /<meta charset="utf-8">/;
    const html = read(file).toString();
    if (!head.test(html)) throw new Error(`offline: ${file} has no place for the edition`);
    const stamp = `<meta name="${metaName}" content="${name}" data-bytes="${bytes}">`;
    writeFileSync(path.join(outDir, file), html.replace('</title>', `</title>${stamp}`));
  }
  const addressOf = (file: string): string => file.replace(/(?:^|\/)index\.html$|\.html$/, '');
  const edition = {
    name,
    pages: files.filter((file) => isPage(file) && file !== '404.html').map(addressOf),
    files: files.filter((file) => !isPage(file)),
    lost: '404',
    notice: `<p class="edition-notice" role="status">The server does not answer. You are reading the saved copy of edition ${name}. <a href="" target="_self">Ask again</a></p>`,
  };
  const source = readFileSync(path.join(import.meta.dirname, 'serviceWorker.ts'), 'utf8');
  // An import would look through nine megabytes for what they export, which takes longer than to load them.
  const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      removeComments: true,
    },
  });
  writeFileSync(
    path.join(outDir, 'sw.js'),
    `const edition = ${JSON.stringify(edition)};\n${outputText}`,
  );
  return name;
}
