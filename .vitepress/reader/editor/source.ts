// The book's sources, as they lie beside the book: each asked for once, when an editor first needs it.
import { withBase } from 'vitepress';

/** The module, with its toolbox written below it: a region of either is a region of this file. */
export const moduleFile = 'code/recsys.ts';
/**
 * The file that an editor of a listing changes: the toolbox is changed as a part of the module. That of a further model
 * has the module and the toolbox above it.
 */
export const fileToChange = (file: string): string =>
  /^code\/toolbox\/[\w-]+\.ts$/.test(file) ? moduleFile : file;
/** A whole file of its own, which the editor treats as one region. */
export const ownFile = 'docs/snippets/own-model.ts';
export const ownRegion = 'own-model';

/** The module and the models lie where they are in the project. */
const addressOf = (file: string): string => (file === ownFile ? '/code/own-model.ts' : `/${file}`);

const asked = new Map<string, Promise<string>>();

async function fetchText(address: string): Promise<string> {
  const response = await fetch(withBase(address));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

export function sourceOf(file: string): Promise<string> {
  const known = asked.get(file);
  if (known) return known;
  const source = fetchText(addressOf(file));
  asked.set(file, source);
  // What failed may be tried again.
  source.catch(() => asked.delete(file));
  return source;
}

/** The models of the book, for a run that fits some: a part of the worker's script. */
export const modelsScript = (): Promise<string> => fetchText('/isolated-models.worker.js');
/** The checks of the contract, with the library that draws their logs: a part of the worker's script as well. */
export const contractScript = (): Promise<string> => fetchText('/isolated-checks.worker.js');
/** The exercises' own functions beside the book's: a part of the worker's script as well. */
export const exercisesScript = (): Promise<string> => fetchText('/isolated-exercises.worker.js');

/** A file that stands on the module, as it lies beside it anywhere else. */
export const besideModule = (text: string): string =>
  text.replaceAll("'../../code/recsys.ts'", "'./recsys.ts'");
