// Reads the exports of a source file with the TypeScript compiler: what stands in the API table is
// what stands in the file. An export without a doc comment ends the build.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type TypeScript from 'typescript';
import type {
  ClassDeclaration,
  ClassElement,
  Node,
  SignatureDeclaration,
  SourceFile,
  Statement,
} from 'typescript';

// An import would look through nine megabytes for what they export, which takes longer than to load them.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

export type Kind = 'function' | 'class' | 'interface' | 'type' | 'constant';

export interface ApiMember {
  readonly name: string;
  readonly signature: string;
  /** First sentence of the doc comment; may be empty. */
  readonly says: string;
}

export interface ApiEntry extends ApiMember {
  readonly kind: Kind;
  /** A function or class with the names of its parameters alone. */
  readonly call: string;
  /** From the project's folder, with slashes. */
  readonly file: string;
  readonly line: number;
  /** The region that holds it; empty where the file has none. */
  readonly region: string;
  /** Public methods and getters of a class, properties of an interface. */
  readonly members: readonly ApiMember[];
}

/** What a file exports, what it hands on from others included: that keeps the file and region where it stands. */
export function readApi(root: string, file: string): ApiEntry[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const own = source.statements
    .filter(isExported)
    .filter(isFirst)
    .flatMap((node) => {
      return entriesOf(node, source).map((entry) => {
        if (!entry.says) throw new Error(`${file}:${entry.line}: ${entry.name} has no doc comment`);
        return { ...entry, file, region: regionAt(text, entry.line) };
      });
    });
  const entries = [...own, ...source.statements.flatMap((node) => handedOn(root, file, node))];
  if (entries.length === 0) throw new Error(`${file}: exports nothing`);
  return entries;
}

/** First sentence of the comment at a file's head; empty where the file has none. */
export function headOf(root: string, file: string): string {
  const [, comment] =
    /^(?:\/\/.*\n)*\/\*\*([^]*?)\*\//.exec(readFileSync(path.join(root, file), 'utf8')) ?? [];
  return comment === undefined ? '' : sentenceOf(comment.replace(/^\s*\* ?/gm, '').trim());
}

/** Of `export { a, b } from './c.ts'`: a and b. */
function handedOn(root: string, file: string, node: Statement): ApiEntry[] {
  if (!ts.isExportDeclaration(node) || !node.moduleSpecifier || !node.exportClause) return [];
  if (!ts.isStringLiteral(node.moduleSpecifier) || !ts.isNamedExports(node.exportClause)) return [];
  const from = path.posix.join(path.posix.dirname(file), node.moduleSpecifier.text);
  const known = readApi(root, from);
  return node.exportClause.elements.map(({ name }) => {
    const entry = known.find((candidate) => candidate.name === name.text);
    if (!entry) throw new Error(`${file}: ${name.text} is not exported by ${from}`);
    return entry;
  });
}

type Found = Omit<ApiEntry, 'file' | 'region'>;

function entriesOf(node: Statement, source: SourceFile): Found[] {
  const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const found = (
    kind: Kind,
    name: string,
    signature: string,
    more: { call?: string; members?: ApiMember[] } = {},
  ): Found => {
    return {
      kind,
      name,
      call: name,
      signature,
      says: firstSentence(node),
      line,
      members: [],
      ...more,
    };
  };
  if (ts.isFunctionDeclaration(node) && node.name) {
    const name = node.name.text;
    const call = `${name}(${names(node, source)})`;
    return [found('function', name, callOf(name, node, source), { call })];
  }
  if (ts.isClassDeclaration(node) && node.name) {
    const name = node.name.text;
    const maker = node.members.find(ts.isConstructorDeclaration);
    const signature = `new ${name}(${maker ? parameters(maker, source) : ''})`;
    const call = `new ${name}(${names(maker, source)})`;
    return [found('class', name, signature, { call, members: membersOf(node, source) })];
  }
  if (ts.isInterfaceDeclaration(node)) {
    const members = node.members.map((member) => ({
      name: member.name?.getText(source) ?? '',
      signature: flat(member.getText(source))
        .replace(/^readonly /, '')
        .replace(/;$/, ''),
      says: firstSentence(member),
    }));
    return [found('interface', node.name.text, `interface ${node.name.text}`, { members })];
  }
  if (ts.isTypeAliasDeclaration(node)) {
    return [found('type', node.name.text, flat(node.type.getText(source)))];
  }
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map((declaration) => {
      const name = declaration.name.getText(source);
      const type = declaration.type ? `: ${flat(declaration.type.getText(source))}` : '';
      return found('constant', name, `const ${name}${type}`);
    });
  }
  return [];
}

/**
 * The names of the parameters; what is taken apart on the spot is called `options`, and options that can hold
 * nothing are left out.
 */
function names(node: SignatureDeclaration | undefined, source: SourceFile): string {
  const list = node?.parameters
    .filter(({ type }) => !type?.getText(source).includes('Record<string, never>'))
    .map(({ name }) => (ts.isIdentifier(name) ? name.getText(source) : 'options'));
  return list?.join(', ') ?? '';
}

function membersOf(node: ClassDeclaration, source: SourceFile): ApiMember[] {
  return node.members.filter(isPublic).flatMap((member) => {
    const says = firstSentence(member);
    if (ts.isMethodDeclaration(member)) {
      const name = member.name.getText(source);
      return [{ name, signature: callOf(name, member, source), says }];
    }
    if (ts.isGetAccessorDeclaration(member)) {
      const name = member.name.getText(source);
      const type = member.type ? `: ${flat(member.type.getText(source))}` : '';
      return [{ name, signature: `${name}${type}`, says }];
    }
    return [];
  });
}

function callOf(name: string, node: SignatureDeclaration, source: SourceFile): string {
  const type = node.type ? `: ${flat(node.type.getText(source))}` : '';
  return `${name}(${parameters(node, source)})${type}`;
}

function parameters(node: SignatureDeclaration, source: SourceFile): string {
  return node.parameters.map((parameter) => flat(parameter.getText(source))).join(', ');
}

/** One line, without the comments and commas that only many lines need. */
function flat(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/([([]) /g, '$1')
    .replace(/,? ([)\]])/g, '$1')
    .replace(/,( })/g, '$1')
    .trim();
}

function isExported(node: Statement): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Of a function's overloads, the first: the comment stands there. */
function isFirst(node: Statement, place: number, all: readonly Statement[]): boolean {
  const before = all[place - 1];
  if (!ts.isFunctionDeclaration(node) || !before || !ts.isFunctionDeclaration(before)) return true;
  return node.name?.text !== before.name?.text;
}

function isPublic(member: ClassElement): boolean {
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.StaticKeyword];
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return !modifiers.some(({ kind }) => hidden.includes(kind));
}

/** The first sentence of the comment above: up to a full stop, a colon's list or an equation. */
export function firstSentence(node: Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  return sentenceOf(ts.getTextOfJSDocComment(comment) ?? '');
}

function sentenceOf(text: string): string {
  const [paragraph] = text.split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, ' ').trim();
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line.replace(/[:,]$/, '.');
}

function regionAt(text: string, line: number): string {
  const open: string[] = [];
  for (const row of text.split('\n').slice(0, line)) {
    const match = /^\s*\/\/ #(end)?region (\S+)/.exec(row);
    if (match?.[1]) open.pop();
    else if (match) open.push(match[2]);
  }
  return open.at(-1) ?? '';
}
