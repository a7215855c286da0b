// An error, as the reader is told of it: in words, and at a line of what they wrote.
import type { Failure, Place } from '../../run/isolated/protocol.ts';
import { firstChange, regionAt } from './region.ts';
import type { Passage } from './region.ts';

export interface Finding {
  /** `TypeError`, `Syntax error`, `Wrong result`. */
  readonly name: string;
  readonly message: string;
  /** The line to go to, in the text of the editor, from 1. */
  readonly line: number;
  /** Where it is not the line that failed: why it is shown. */
  readonly why: string;
}

interface Texts {
  readonly passage: Passage;
  /** What stands in the editor. */
  readonly yours: string;
  /** The whole file with it. */
  readonly file: string;
}

function within({ passage, yours }: Texts, line: number): boolean {
  return line >= passage.start && line < passage.start + yours.split('\n').length;
}

function elsewhere(
  { passage, yours, file }: Texts,
  place: Place | undefined,
): Pick<Finding, 'line' | 'why'> {
  const line = firstChange(passage.text, yours);
  if (!place)
    return { line, why: 'The error names no line, so this is the first that you changed.' };
  const region = regionAt(file, place.line);
  const where = region
    ? `line ${place.line} of the file, in ${region}`
    : `line ${place.line} of the file`;
  return { line, why: `It arose in ${where}. This is the first line that you changed.` };
}

/** The line of a function or method by its name, in the editor; 0 where there is none. */
function lineOf(name: string, yours: string): number {
  if (!/^\w+$/.test(name)) return 0;
  const declared = new RegExp(
    `^\\s*(?:export\\s+)?(?:(?:async|function)\\s+)*${name}\\s*(?:<[^>]*>)?\\(`,
  );
  return yours.split('\n').findIndex((text) => declared.test(text)) + 1;
}

export function findingOf(failure: Failure, texts: Texts): Finding {
  const { name, message, places, culprit } = failure;
  const own = places.find(({ line }) => within(texts, line));
  const said = { name: name === 'SyntaxError' ? 'Syntax error' : name, message };
  if (own) return { ...said, line: own.line - texts.passage.start + 1, why: '' };
  const declared = lineOf(culprit, texts.yours);
  if (declared > 0) return { ...said, line: declared, why: `${culprit} begins here.` };
  return { ...said, ...elsewhere(texts, places[0]) };
}
