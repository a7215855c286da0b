// The TypeScript compiler, for tests of what must not compile and of how a file is written.
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from './site.ts';

const configFile = join(root, 'code', 'tsconfig.json');

/** The settings of code/. */
function settings(): ts.CompilerOptions {
  const read = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path));
  return ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(configFile)).options;
}

/**
 * Compiles a file of the repository as if it had the given text, with all that it imports. Returns
 * the messages of the compiler.
 */
export function compileAs(path: string, text: string): string[] {
  const file = join(root, path);
  const options = settings();
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, version, true)
      : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

export interface Import {
  readonly from: string;
  /** Gone when types are taken off. */
  readonly typeOnly: boolean;
}

/** What a TypeScript text imports or exports from elsewhere. */
export function importsOf(text: string): Import[] {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ from: node.moduleSpecifier.text, typeOnly });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      found.push({ from: node.arguments[0].text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The parts of a TypeScript text that do not vanish with its types, or that hide what they do. */
export function notErasable(text: string): string[] {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const say = (what: string) => found.push(`line ${line}: ${what}`);
    if (ts.isEnumDeclaration(node)) say('enum');
    if (ts.isModuleDeclaration(node)) say('namespace');
    if (ts.isDecorator(node)) say('decorator');
    if (ts.isImportEqualsDeclaration(node)) say('import =');
    if (ts.isExportAssignment(node) && node.isExportEquals) say('export =');
    if (ts.isTypeAssertionExpression(node)) say('assertion in angle brackets');
    if (ts.isNonNullExpression(node)) say('non-null assertion');
    if (node.kind === ts.SyntaxKind.AnyKeyword) say('any');
    if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
      say('parameter property');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
