import { chapterByFile } from '../../chapters.ts';
import { symbols, type BookSymbol } from '../../symbols.ts';

/** The symbols of the chapter in a file, if it has a table of them. */
export function symbolsOf(file: string | undefined): readonly BookSymbol[] | undefined {
  const chapter = chapterByFile(file ?? '');
  return chapter && symbols[chapter.id];
}
