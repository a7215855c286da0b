/** One look per model: its family's colour, a mark and a dash, the same in every figure, table and list. */
import { marks, toneOf, type Family, type OwnMark } from './marks.ts';

export interface ModelStyle {
  readonly family: Family;
  /** A CSS colour that follows the theme; use it for marks and lines, never for text. */
  readonly colour: string;
  /** The class that gives `--tone` this colour. */
  readonly tone: string;
  /** `stroke-dasharray`, of an even number of lengths: an odd list is repeated, and on and off change places. */
  readonly dash: string;
  /** The marker's name in words, for descriptions of a figure. */
  readonly shape: string;
  /** SVG path of the marker, centred on 0,0, within a radius of 6. */
  readonly mark: string;
}

const files = import.meta.glob<OwnMark>('../chapters/[a-z]*/mark.json', {
  eager: true,
  import: 'default',
});
// Every page has this: what the worker shares with it would pull the page's own chunks into the worker.
const own: Readonly<Record<string, OwnMark>> = Object.fromEntries(
  Object.entries(files).map(([file, mark]) => [file.split('/')[2], mark]),
);

/** Whether a chapter of this name is about a model. */
export const isModelId = (id: string): boolean => Object.hasOwn(own, id);

/** The model of which `id` is another setting: its id goes on after that of the model, `implicit-als-tuned`. */
const modelOfVariant = (id: string): string | undefined =>
  Object.keys(own)
    .filter((model) => id.startsWith(`${model}-`))
    .sort((a, b) => b.length - a.length)
    .at(0);

/** The look of a model, or of another setting of it, which has a hole in its mark. */
export function styleOf(id: string): ModelStyle {
  const model = isModelId(id) ? id : modelOfVariant(id);
  if (model === undefined) {
    throw new RangeError(`styleOf: no chapter has a mark.json for the model "${id}"`);
  }
  const { family, mark: shape } = own[model];
  const { path, hollow, dash } = marks[shape];
  const look = { family, colour: `var(--family-${family})`, tone: toneOf(family) };
  return model === id
    ? { ...look, dash, shape, mark: path }
    : { ...look, dash: `${dash || '12 2'} 10 2`, shape: `hollow ${shape}`, mark: hollow };
}
