// TypeScript to JavaScript by putting blanks where the types were, so that every line and every column
// stays where the reader wrote it. The parser is sucrase's, which marks the tokens of types; a module
// becomes a function that is given what it imports and returns what it exports.
import { parse } from 'sucrase/dist/esm/parser/index.js';
import type { Scope, Token } from 'sucrase/dist/esm/parser/index.js';
import { TokenType as tt } from 'sucrase/dist/esm/parser/tokenizer/types.js';

/** What cannot be compiled, with its place in the file, both from 1. */
export class CodeError extends Error {
  override readonly name = 'CodeError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** Words that say something of a member or a parameter to the compiler alone. */
const modifiers: readonly number[] = [
  tt._public,
  tt._protected,
  tt._private,
  tt._abstract,
  tt._readonly,
  tt._override,
  tt._declare,
];

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Reading {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly scopes: readonly Scope[];
  readonly pieces: Piece[];
  /** Exported name -> the name that it has inside. */
  readonly exported: Map<string, string>;
}

const textOf = ({ source }: Reading, { start, end }: Token): string => source.slice(start, end);

function refuse({ source }: Reading, { start }: Token, message: string): never {
  const before = source.slice(0, start).split('\n');
  throw new CodeError(message, before.length, (before.at(-1) ?? '').length + 1);
}

/** Replaces the text from one token to another by blanks, or by a text and blanks. */
function replace(r: Reading, from: Token, to: Token, text = ''): void {
  const { start, end } = { start: from.start, end: to.end };
  const [first, ...rest] = blank(r.source.slice(start, end)).split('\n');
  r.pieces.push({ start, end, text: [text.padEnd(first.length), ...rest].join('\n') });
}

/** `a as b` in braces, from the token after the brace: the names, and the place of the closing brace. */
function namesIn(r: Reading, from: number): { names: [string, string][]; end: number } {
  const names: [string, string][] = [];
  let at = from;
  while (r.tokens[at].type !== tt.braceR) {
    const { type, isType } = r.tokens[at];
    if (!isType && type !== tt.comma) {
      const inner = textOf(r, r.tokens[at]);
      const renamed = textOf(r, r.tokens[at + 1]) === 'as';
      if (renamed) at += 2;
      names.push([inner, textOf(r, r.tokens[at])]);
    }
    at++;
  }
  return { names, end: at };
}

/** An import becomes a declaration that asks `$need`, all on its first line. */
function readImport(r: Reading, at: number): number {
  const { tokens } = r;
  const after = tokens[at + 1];
  if (after.type === tt.parenL || after.type === tt.dot) {
    refuse(r, tokens[at], 'import( ) and import.meta are not there where this code runs');
  }
  let end = at + 1;
  while (tokens[end].type !== tt.string) end++;
  const from = textOf(r, tokens[end]);
  if (tokens[end + 1].type === tt.semi) end++;
  const declared: string[] = [];
  let isTypeOnly = false;
  for (let n = at + 1; n < end && tokens[n].type !== tt.string; n++) {
    const name = textOf(r, tokens[n]);
    if (name === 'type' && tokens[n + 1].type !== tt.comma && textOf(r, tokens[n + 1]) !== 'from')
      isTypeOnly = true;
    else if (tokens[n].type === tt.braceL) {
      const { names, end: closing } = namesIn(r, n + 1);
      if (names.length > 0)
        declared.push(`{${names.map(([a, b]) => (a === b ? a : `${a}:${b}`)).join(',')}}`);
      n = closing;
    } else if (tokens[n].type === tt.star) {
      n += 2;
      declared.push(textOf(r, tokens[n]));
    } else if (tokens[n].type === tt.name && name !== 'from') declared.push(`{default:${name}}`);
  }
  const needs = declared.map((pattern) => `${pattern}=$need(${from})`).join(',');
  replace(r, tokens[at], tokens[end], isTypeOnly || !needs ? '' : `const ${needs};`);
  return end;
}

/** `export` is taken away, and the names are remembered. */
function readExport(r: Reading, at: number): number {
  const { tokens, exported } = r;
  const after = tokens[at + 1];
  const isType = textOf(r, after) === 'type' && tokens[at + 2].type === tt.braceL;
  if (isType || after.type === tt.braceL) {
    const { names, end } = namesIn(r, at + (isType ? 3 : 2));
    const isFrom = textOf(r, tokens[end + 1]) === 'from';
    if (isFrom && !isType) refuse(r, tokens[at], 'export ... from is not supported here');
    if (!isType) for (const [inner, outer] of names) exported.set(outer, inner);
    const last = isFrom ? end + 2 : end;
    replace(r, tokens[at], tokens[last]);
    return last;
  }
  if (after.type === tt._default) refuse(r, after, 'this module has no default export');
  if (after.type === tt.star) refuse(r, after, 'export * is not supported here');
  let name = at + 1;
  const words: readonly number[] = [
    tt._class,
    tt._function,
    tt._const,
    tt._let,
    tt._var,
    tt.star,
    tt._abstract,
  ];
  while (words.includes(tokens[name].type) || textOf(r, tokens[name]) === 'async') name++;
  if (tokens[name].type !== tt.name)
    refuse(r, tokens[name], 'export one plain name at a time here');
  exported.set(textOf(r, tokens[name]), textOf(r, tokens[name]));
  replace(r, tokens[at], tokens[at]);
  return at;
}

/** The types between a `)` and its `=>`: the arrow must stay on the line of the bracket, so it moves down. */
function readTypes(r: Reading, at: number): number {
  const { tokens, source } = r;
  let end = at;
  while (tokens[end + 1]?.isType) end++;
  for (let n = at; n <= end; n++) replace(r, tokens[n], tokens[n]);
  const before = tokens[at - 1];
  const span = source.slice(tokens[at].start, tokens[end].end);
  if (before?.type === tt.parenR && tokens[end + 1]?.type === tt.arrow && span.includes('\n')) {
    replace(r, before, before);
    r.pieces.push({
      start: tokens[end].start,
      end: tokens[end].end,
      text: ')'.padStart(tokens[end].end - tokens[end].start),
    });
  }
  return end;
}

function readModifier(r: Reading, at: number): void {
  const { tokens } = r;
  let before = at - 1;
  while (before >= 0 && modifiers.includes(tokens[before].type)) before--;
  const type = tokens[before]?.type;
  const isParameter = type === tt.parenL || type === tt.comma;
  if (isParameter)
    refuse(r, tokens[at], 'a parameter with a modifier declares a field: declare the field itself');
  replace(r, tokens[at], tokens[at]);
}

/** Whether the word at this place waits for something, in no function: the module itself is one that can't. */
function waitsOutside({ source, tokens, scopes }: Reading, at: number): boolean {
  const { start, end } = tokens[at];
  if (source.slice(start, end) !== 'await') return false;
  const [before, after] = [tokens.at(at - 1)?.type, tokens.at(at + 1)?.type];
  // A property may have this name, and import( ) is refused for what it is.
  if (before === tt.dot || after === tt.colon || after === tt._import) return false;
  const around = scopes.filter(
    ({ startTokenIndex, endTokenIndex, isFunctionScope }) =>
      isFunctionScope && startTokenIndex <= at && at < endTokenIndex,
  );
  return around.length < 2;
}

function readTokens(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at++) {
    const token = r.tokens[at];
    if (waitsOutside(r, at))
      refuse(r, token, 'await stands in no function: nothing may be waited for here');
    if (token.isType) {
      if (/^(namespace|module)$/.test(textOf(r, token)) && r.tokens[at + 2]?.type === tt.braceL) {
        refuse(r, token, 'a namespace is more than types: it can’t be taken off');
      }
      at = readTypes(r, at);
    } else if (token.type === tt._enum)
      refuse(r, token, 'an enum is more than types: it can’t be taken off');
    else if (token.type === tt._import) at = readImport(r, at);
    else if (token.type === tt._export) at = readExport(r, at);
    else if (token.type === tt.nonNullAssertion) replace(r, token, token);
    else if (modifiers.includes(token.type)) readModifier(r, at);
  }
}

function parsed(source: string): Pick<Reading, 'tokens' | 'scopes'> {
  try {
    return parse(source, false, true, false);
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    const told = message.replace(/ \(\d+:\d+\)$/, '');
    throw new CodeError(told, loc?.line ?? 1, loc?.column ?? 1);
  }
}

/** The JavaScript of a module, line by line, without its imports and exports; and what it exports. */
export function erase(source: string): { code: string; exported: ReadonlyMap<string, string> } {
  const reading: Reading = { source, ...parsed(source), pieces: [], exported: new Map() };
  readTokens(reading);
  let code = '';
  let done = 0;
  // Of two pieces for one place the later one counts: it was put there on purpose.
  const pieces = new Map(reading.pieces.map((piece) => [piece.start, piece]));
  for (const { start, end, text } of [...pieces.values()].sort((a, b) => a.start - b.start)) {
    code += source.slice(done, start) + text;
    done = end;
  }
  return { code: code + source.slice(done), exported: reading.exported };
}

/**
 * A classic script that hands the module to `$define`; line n of it is line n of the source.
 * @param toolbox names to hand out beside the exports, as `$toolbox`; one that is not there is undefined
 */
export function compile(source: string, toolbox: readonly string[] = []): string {
  const { code, exported } = erase(source);
  const names = Array.from(exported, ([outer, inner]) =>
    outer === inner ? inner : `${outer}:${inner}`,
  );
  if (toolbox.length > 0) {
    const found = toolbox.map((name) => `${name}:typeof ${name}=='undefined'?void 0:${name}`);
    names.push(`$toolbox:{${found.join(',')}}`);
  }
  return `$define(($need)=>{'use strict';${code}\n;return {${names.join(',')}};});`;
}
