// Runs the isolated worker's program where there is what a worker has, but for the frame around it.
import { createContext, runInContext } from 'node:vm';
import { toolboxNames } from '../../.vitepress/build/oneFile.ts';
import { compile } from '../../.vitepress/reader/editor/erase.ts';
import { readAnswer } from '../../.vitepress/run/isolated/protocol.ts';
import type { Answer, Task } from '../../.vitepress/run/isolated/protocol.ts';
import { root } from './site.ts';
import { wholeSource } from './source.ts';

/** The book's module. */
export const source = wholeSource;

const toolbox = toolboxNames(root);
const compiled = compile(source, toolbox);

/** Math, Array, Float64Array and so on: what belongs to the language. */
const ofLanguage = runInContext(
  'Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name))',
  createContext(),
) as string[];

/**
 * Declares them once more. A context of node:vm looks for each global name in the object that it was made of, every
 * time that it is used, which takes longer than the arithmetic; what a script has declared is found at once, as in
 * a worker. Infinity and NaN can't be declared, and are not looked for.
 */
const declared = `const { ${ofLanguage.filter((name) => !/^(?:Infinity|NaN)$/.test(name)).join(', ')} } = globalThis;`;

/** All that the program says to a task, in order; `book` is the file of which `yours` is a version. */
export function answersTo(program: string, task: Task, yours: string, book = source): Answer[] {
  const said: Answer[] = [];
  const scripts = new Map([
    ['blob:null/book', book === source ? compiled : compile(book, toolbox)],
    ['blob:null/yours', yours === source ? compiled : compile(yours, toolbox)],
  ]);
  const realm: Record<string, unknown> = createContext({
    performance,
    navigator: {},
    setTimeout,
    clearTimeout,
    postMessage: (text: string) => {
      const answer = readAnswer(text);
      if (!answer) throw new Error(`no answer: ${text.slice(0, 200)}`);
      said.push(answer);
    },
    importScripts: (url: string) =>
      runInContext(scripts.get(url) ?? '', realm, { filename: url }) as unknown,
  });
  realm['self'] = realm;
  runInContext(declared, realm);
  runInContext(program, realm, { filename: 'program.js' });
  const start = realm['onmessage'] as (event: unknown) => void;
  start({ data: { book: 'blob:null/book', yours: 'blob:null/yours', task } });
  return said;
}
