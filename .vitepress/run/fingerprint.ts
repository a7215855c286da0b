// What the book computes, as digests: the default log, and of each of the models on it the
// factors, scores, lists, and metrics with their intervals. Two engines with one digest have the same bits in all of it. It
// needs nothing but the language, so the worker, Node and the bare shell of an engine run it alike.
// SHA-256 comes from a library: Web Crypto is not there in a shell, nor on a page without TLS.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { drawSamples } from '../../code/evaluation/intervals.ts';
import { evaluate } from '../../code/evaluation/leaderboard.ts';
import { models, syntheticDataset } from '../../code/models.ts';
import type { Dataset, ModelEntry } from '../../code/models.ts';
import { makeSynthetic } from '../../code/recsys.ts';
import type { Factors, Recommender } from '../../code/recsys.ts';

/** One part of what the book computes, under one digest. */
export interface Part {
  /** What it is of, and what it is: `data log`, `bpr factors`. */
  readonly name: string;
  /** SHA-256, in hexadecimal digits. */
  readonly digest: string;
  /** How many numbers went in. */
  readonly count: number;
}

export interface Fingerprint {
  readonly parts: readonly Part[];
  /** The digest of the lines of all parts, as `linesOf` writes them. */
  readonly digest: string;
}

const k = 10;
const samples = 1000;

/** SHA-256 of numbers as doubles, least byte first. */
export function digestOf(numbers: ArrayLike<number>): string {
  const bytes = new Uint8Array(8 * numbers.length);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < numbers.length; n++) {
    // The language leaves open which of its many bit patterns a NaN has: here one counts for all.
    if (Number.isNaN(numbers[n])) view.setBigUint64(8 * n, 0x7ff8000000000000n, true);
    else view.setFloat64(8 * n, numbers[n], true);
  }
  return bytesToHex(sha256(bytes));
}

/** The lines that `sha256sum` writes: the digest, two spaces, the name. */
export function linesOf(parts: readonly Part[]): string {
  return parts.map(({ name, digest }) => `${digest}  ${name}\n`).join('');
}

/** The lines of all parts, and at last the digest over those lines. */
export function fingerprintText({ parts, digest }: Fingerprint): string {
  return `${linesOf(parts)}${digest}  all\n`;
}

function digestOfText(text: string): string {
  return bytesToHex(sha256(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
}

const partOf = (name: string, numbers: ArrayLike<number>): Part => {
  return { name, digest: digestOf(numbers), count: numbers.length };
};

const usersOf = ({ nUsers }: { readonly nUsers: number }): number[] =>
  Array.from({ length: nUsers }, (_, user) => user);

/** All numbers within a value, in the order in which it holds them. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(numbersIn) : [];
}

function dataParts(data: Dataset): Part[] {
  const log = makeSynthetic();
  return [
    partOf('data log', log.interactions.flat()),
    partOf('data features', log.itemFeats.to1DArray()),
    partOf(
      'data truth',
      usersOf(log).flatMap((user) => Array.from(log.probabilities(user))),
    ),
    partOf('data split', [...data.train.flat(), ...Array.from(data.test).flat()]),
  ];
}

const hasFactors = (model: Recommender): model is Recommender & Factors => 'userFactors' in model;

const factorsOf = ({ userFactors, itemFactors }: Factors): number[] => {
  return [...userFactors.to1DArray(), ...itemFactors.to1DArray()];
};

function modelParts({ id, fit, defaults }: ModelEntry, data: Dataset): Part[] {
  const steps: number[] = [];
  const model = fit(data, defaults, ({ value }) => steps.push(value));
  const users = usersOf(data);
  const evaluation = evaluate(model, data, k, drawSamples(data.test.size, samples, 0));
  return [
    ...(hasFactors(model) ? [partOf(`${id} factors`, [...steps, ...factorsOf(model)])] : []),
    partOf(
      `${id} scores`,
      users.flatMap((user) => Array.from(model.scores(user))),
    ),
    partOf(
      `${id} lists`,
      users.flatMap((user) => [user, ...model.recommend(user, k)]),
    ),
    partOf(`${id} metrics`, numbersIn(evaluation)),
  ];
}

/**
 * Computes everything anew, at default settings.
 * @param onPart hears of each part as soon as it is there
 */
export function fingerprint(onPart?: (part: Part) => void): Fingerprint {
  const parts: Part[] = [];
  const add = (more: readonly Part[]): void => {
    parts.push(...more);
    more.forEach((part) => onPart?.(part));
  };
  const data = syntheticDataset();
  add(dataParts(data));
  for (const entry of models) add(modelParts(entry, data));
  return { parts, digest: digestOfText(linesOf(parts)) };
}

/** The names of the parts that are not the same in both, or are in one alone. */
export function differingParts(a: Fingerprint, b: Fingerprint): string[] {
  const digests = (of: Fingerprint) => new Map(of.parts.map(({ name, digest }) => [name, digest]));
  const [left, right] = [digests(a), digests(b)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name) !== right.get(name));
}
