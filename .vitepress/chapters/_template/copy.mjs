// Begins a chapter about a model: `npm run chapter -- my-model MyModel "My model"`. Copies this folder to where the
// parts of a chapter stand, under the new names, and enters the model in the catalogue.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const here = 'chapters/_template';

/** Where a file of this folder goes, from the top of the project. @param {string} name @param {string} slug */
function placeOf(name, slug) {
  if (name === 'model.ts') return `code/models/${slug}.ts`;
  if (name === 'page.md') return `docs/models/${slug}.md`;
  if (name === 'solution.ts') return `docs/snippets/exercises/${slug}.ts`;
  return name.endsWith('.test.ts')
    ? `test/chapters/${slug}/${name}`
    : `.vitepress/chapters/${slug}/${name}`;
}

/** @param {string} from @param {string} to */
function relative(from, to) {
  const way = path.posix.relative(path.posix.dirname(from), to);
  return way.startsWith('.') ? way : `./${way}`;
}

/**
 * A chapter's files under new names.
 * @param {string} root the top folder of the project
 * @param {{ slug: string, name: string, title: string }} named `my-model`, `MyModel`, `My model`
 * @returns {string[]} the files that were written, from the top; the catalogue last
 */
export function copyTemplate(root, { slug, name, title }) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new Error(`slug must be words in small letters with - between them, got "${slug}"`);
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    throw new Error(`name must be the name of a class, such as MyModel, got "${name}"`);
  }
  if (title.trim() === '') throw new Error('title must be a text, got nothing');
  const folder = path.join(root, '.vitepress', here);
  const variable = name.charAt(0).toLowerCase() + name.slice(1);
  const files = readdirSync(folder).filter((file) => file !== 'copy.mjs');
  const wanted = files.map((file) => placeOf(renamed(file), slug));
  const taken = wanted.find((file) => existsSync(path.join(root, file)));
  if (taken) throw new Error(`${taken} is there already`);

  /** @param {string} text */
  function renamed(text) {
    return text
      .replaceAll('The template', title)
      .replaceAll(/\bconst template\b/g, `const ${variable}`)
      .replaceAll('Template', name)
      .replaceAll(/(?<!<\/?)\btemplate\b/g, slug);
  }

  files.forEach((file, n) => {
    const target = wanted[n];
    // What is imported stays where it is, or goes elsewhere; the file itself may go elsewhere too.
    const text = renamed(readFileSync(path.join(folder, file), 'utf8')).replaceAll(
      /(from ')(\.[^']*)(')/g,
      (_, before, way, after) => {
        const to = path.posix.join('.vitepress', here, way);
        const inside = path.posix.dirname(to) === `.vitepress/${here}`;
        const where = inside ? placeOf(path.posix.basename(to), slug) : to;
        return before + relative(target, where) + after;
      },
    );
    mkdirSync(path.dirname(path.join(root, target)), { recursive: true });
    writeFileSync(
      path.join(root, target),
      target.endsWith('/chapter.json') ? atTheEnd(text) : text,
    );
  });

  /** The chapter goes to the end of its part. @param {string} text */
  function atTheEnd(text) {
    const own = JSON.parse(text);
    const chapters = path.join(root, '.vitepress/chapters');
    const places = readdirSync(chapters)
      .map((other) => path.join(chapters, other, 'chapter.json'))
      .filter((file) => !file.includes('_template') && existsSync(file))
      .map((file) => JSON.parse(readFileSync(file, 'utf8')))
      .filter(({ part }) => part === own.part)
      .map(({ place }) => place);
    return `${JSON.stringify({ ...own, place: Math.max(0, ...places) + 10 }, null, 2)}\n`;
  }

  const catalogue = path.join(root, 'code/models.ts');
  const lines = readFileSync(catalogue, 'utf8')
    .replace(
      'import type { CatalogueEntry }',
      `import { ${variable} } from './models/${slug}.ts';\n$&`,
    )
    .replace('export { syntheticDataset,', `export { ${name} } from './models/${slug}.ts';\n$&`)
    .replace(/(export const models[^[]*\[\][^[]*\[[^\]]*)\]/, `$1  ${variable},\n]`);
  writeFileSync(catalogue, lines);
  return [...wanted, 'code/models.ts'];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [slug = '', name = '', title = name] = process.argv.slice(2);
  const root = path.resolve(import.meta.dirname, '../../..');
  for (const file of copyTemplate(root, { slug, name, title })) {
    // Other names make lines longer or shorter.
    const filepath = path.join(root, file);
    const options = { ...(await resolveConfig(filepath)), filepath };
    if (!file.endsWith('.svg')) {
      writeFileSync(filepath, await format(readFileSync(filepath, 'utf8'), options));
    }
    console.log(file);
  }
  console.log('Next: npm run -s fingerprint > test/fixtures/fingerprint.txt, then npm test');
}
