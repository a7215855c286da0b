/** One look per model: colour, marker and dash, the same in every figure, table and list. */

export const modelIds = [
  'random',
  'popularity',
  'trending',
  'content-based',
  'item-item-cf',
  'ease',
  'implicit-als',
  'bpr',
] as const;

export type ModelId = (typeof modelIds)[number];

/** Another setting of a model: its colour, a mark and dash of its own. */
export type VariantId = 'implicit-als-tuned';
export type StyledId = ModelId | VariantId;

export interface ModelStyle {
  readonly id: StyledId;
  /** A CSS colour that follows the theme; use it for marks and lines, never for text. */
  readonly colour: string;
  /** `stroke-dasharray`; the empty string is a solid line. */
  readonly dash: string;
  /** The marker's name in words, for descriptions of a figure. */
  readonly shape: string;
  /** SVG path of the marker, centred on 0,0, within a radius of 6. */
  readonly mark: string;
}

const circle = 'M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z';
const square = 'M-4.2-4.2h8.4v8.4h-8.4z';
const triangle = 'M0-5.4L5.2 4.2H-5.2z';
const diamond = 'M0-5.9L5.9 0L0 5.9L-5.9 0z';
const plus = 'M-1.7-5.4h3.4v3.7h3.7v3.4h-3.7v3.7h-3.4v-3.7h-3.7v-3.4h3.7z';
const hexagon = 'M-5.4 0L-2.7-4.7h5.4L5.4 0L2.7 4.7h-5.4z';
const downTriangle = 'M0 5.4L5.2-4.2H-5.2z';
/** The triangle of the model with a hole in it. */
const ringed = 'M0 5.9L5.7-4.6H-5.7zM0 2.1L-2.4-2.6H2.4z';
const star = 'M0-5.9L1.5-2.1L5.6-1.8L2.4.8L3.5 4.8L0 2.6L-3.5 4.8L-2.4.8L-5.6-1.8L-1.5-2.1z';

function style(id: ModelId, shape: string, mark: string, dash: string): ModelStyle {
  return { id, colour: `var(--model-${id})`, dash, shape, mark };
}

const plain: Readonly<Record<ModelId, ModelStyle>> = {
  random: style('random', 'circle', circle, '1 3'),
  popularity: style('popularity', 'square', square, '6 3'),
  trending: style('trending', 'triangle', triangle, '2 2'),
  'content-based': style('content-based', 'diamond', diamond, '8 2 2 2'),
  'item-item-cf': style('item-item-cf', 'cross', plus, '4 4'),
  ease: style('ease', 'hexagon', hexagon, '2 4'),
  'implicit-als': style('implicit-als', 'downward triangle', downTriangle, ''),
  bpr: style('bpr', 'star', star, '10 3'),
};

export const modelStyle: Readonly<Record<StyledId, ModelStyle>> = {
  ...plain,
  'implicit-als-tuned': {
    ...plain['implicit-als'],
    id: 'implicit-als-tuned',
    dash: '12 2',
    shape: 'hollow downward triangle',
    mark: ringed,
  },
};

export function isModelId(id: string): id is ModelId {
  return (modelIds as readonly string[]).includes(id);
}
