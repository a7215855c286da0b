// `recsys.ts` to take along: the module and its toolbox written together, comments included. A further model can be
// written below them, for the editor.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const moduleFile = 'code/recsys.ts';

/** `import { a } from 'x';` and `export { a } from 'x';`, of one line or of many. */
const fromPattern = /^(import|export) (type )?(?:\{([^}]*)\}|(\w+)) from '([^']+)';\n/gm;
const declaration = /^(?:export )?(?:function|const|class|interface|type) (\w+)/gm;

interface From {
  readonly kind: 'import' | 'export';
  readonly typeOnly: boolean;
  /** Between the braces. */
  readonly names: readonly string[];
  /** Without braces. */
  readonly whole: string;
  readonly source: string;
}

interface Part {
  readonly file: string;
  /** Without what it imports. */
  readonly body: string;
  readonly froms: readonly From[];
  /** The parts that it stands on. */
  readonly needs: readonly string[];
}

function readPart(root: string, file: string): Part {
  const text = readFileSync(path.join(root, file), 'utf8');
  const froms = Array.from(text.matchAll(fromPattern), ([, kind, type, names, whole, source]) => ({
    kind: kind as From['kind'],
    typeOnly: Boolean(type),
    names: (names ?? '').split(/[\s,]+/).filter(Boolean),
    whole: whole ?? '',
    source,
  }));
  const body = text.replace(fromPattern, '');
  const stray = /^(?:import|export)\b.*\bfrom '.*/m.exec(body);
  if (stray) throw new Error(`one file: ${file} has what cannot be written together: ${stray[0]}`);
  const needs = froms
    .filter(({ source }) => source.startsWith('.'))
    .map(({ source }) => path.posix.join(path.posix.dirname(file), source));
  return { file, body, froms, needs: [...new Set(needs)] };
}

/** A file and all that it stands on, but for `known`; each part above those that it stands on. */
function partsFrom(root: string, start: string, known: readonly Part[] = []): Part[] {
  const parts: Part[] = [];
  const visit = (file: string): void => {
    if ([...known, ...parts].some((part) => part.file === file)) return;
    const part = readPart(root, file);
    for (const need of [...part.needs].sort().reverse()) visit(need);
    parts.unshift(part);
  };
  visit(start);
  return parts;
}

/** The module first; then its toolbox; below, for a further model, what else it needs, and the model at the end. */
function readParts(root: string, model = ''): Part[] {
  const parts = partsFrom(root, moduleFile);
  // A constant of the model's is made from what stands above it.
  return model ? [...parts, ...partsFrom(root, model, parts).reverse()] : parts;
}

/** The file of a further model: what all entries share, and those of the module, are none. */
export const isFurtherModel = (file: string): boolean =>
  /^code\/models\/(?!(?:entry|seven)\.ts$)[\w-]+\.ts$/.test(file);

/** The files of all further models. */
export const furtherModels = (root: string): string[] =>
  readdirSync(path.join(root, 'code/models'))
    .map((name) => `code/models/${name}`)
    .filter(isFurtherModel)
    .sort();

/** The files that are written together: the toolbox of a further model may have more. */
export const partsOfOneFile = (root: string): string[] => readParts(root).map(({ file }) => file);

/** What the parts of the toolbox give each other: functions, constants and classes, in the order of the one file. */
export function toolboxNames(root: string): string[] {
  const exported = /^export (?:function|const|class) (\w+)/gm;
  return readParts(root).flatMap(({ file, body }) =>
    file === moduleFile ? [] : Array.from(body.matchAll(exported), ([, name]) => name),
  );
}

/** No name may be declared in two parts: as one file they would be one. */
function checkNames(parts: readonly Part[]): void {
  const owner = new Map<string, string>();
  for (const { file, body, froms } of parts) {
    const renamed = froms.find(({ names }) => names.includes('as'));
    if (renamed) throw new Error(`one file: ${file} renames what it takes from ${renamed.source}`);
    for (const [, name] of body.matchAll(declaration)) {
      const other = owner.get(name);
      if (other) throw new Error(`one file: ${name} is declared in ${other} and in ${file}`);
      owner.set(name, file);
    }
  }
}

/** The imports of packages, each package once. */
function packageImports(parts: readonly Part[]): string {
  const froms = parts.flatMap((part) => part.froms.filter(({ source }) => !/^\./.test(source)));
  const lines = [...new Set(froms.map(({ source }) => source))].sort().map((source) => {
    const own = froms.filter((from) => from.source === source);
    const type = own.every(({ typeOnly }) => typeOnly) ? 'type ' : '';
    const names = [...new Set(own.flatMap((from) => from.names))].sort();
    const wholes = [...new Set(own.map(({ whole }) => whole).filter(Boolean))];
    const list = [...wholes, ...(names.length > 0 ? [`{ ${names.join(', ')} }`] : [])];
    return `import ${type}${list.join(', ')} from '${source}';\n`;
  });
  return lines.join('');
}

/** A part as it stands in the one file: regions of imports alone are gone, and only what is public is exported. */
function written({ body, file }: Part, isPublic: (name: string) => boolean): string {
  const text = body
    .replace(/^\/\/ #region (\S+)\n\s*\/\/ #endregion \1\n/gm, '')
    .replace(/^export (?=(?:function|const|class|interface|type) (\w+))/gm, (word, name: string) =>
      isPublic(name) ? word : '',
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const name = path.posix.relative('code', file);
  return file === moduleFile ? `${text}\n` : `// ---- ${name} ----\n\n${text}\n`;
}

/**
 * `code/recsys.ts` with its toolbox below it: it imports packages and nothing else.
 * @param model the file of a further model, to be written below them
 */
export function oneFile(root: string, model = ''): string {
  const parts = readParts(root, model);
  checkNames(parts);
  const [{ froms }] = parts;
  const handedOn = new Set(
    froms.filter(({ kind }) => kind === 'export').flatMap(({ names }) => names),
  );
  const texts = parts.map((part) =>
    written(part, (name) => [moduleFile, model].includes(part.file) || handedOn.has(name)),
  );
  const end = '// #endregion overview\n';
  if (!texts[0].includes(end)) throw new Error(`one file: ${moduleFile} has no region overview`);
  texts[0] = texts[0].replace(end, () => `${packageImports(parts)}${end}`);
  return texts.join('\n');
}
