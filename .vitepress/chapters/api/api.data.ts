import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { models } from '../../../code/models.ts';
import type { Loader } from '../../build/results/loader.ts';
import { furtherModels } from '../../build/oneFile.ts';
import { withCommas } from '../../kit/numbers.ts';
import { printedBy } from '../../build/results/printed.ts';
import { badCalls, errorOf } from './errors.ts';
import { headOf, readApi } from './readApi.ts';
import type { ApiEntry, ApiMember } from './readApi.ts';

export interface ModelOption {
  readonly name: string;
  readonly default: string;
  readonly range: string;
  readonly help: string;
}

export interface ModelApi {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly entry: ApiEntry;
  readonly options: readonly ModelOption[];
  /** Options that are no number, and so have no slider. */
  readonly more: readonly ApiMember[];
}

/** A file beside the module, with what it exports. */
export interface ApiFile {
  readonly file: string;
  /** First sentence of the comment at its head; may be empty. */
  readonly says: string;
  readonly entries: readonly ApiEntry[];
}

export interface ApiData {
  readonly groups: Readonly<Record<GroupName, readonly ApiEntry[]>>;
  readonly files: readonly ApiFile[];
  readonly models: readonly ModelApi[];
  readonly errors: readonly { readonly call: string; readonly message: string }[];
  /** What the typical usage prints, and what it holds out. */
  readonly printed: string;
  readonly split: string;
}

declare const data: ApiData;
export { data };

export type GroupName = 'data' | 'metrics' | 'models' | 'toolbox' | 'types' | 'checks';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const dataNames = ['makeSynthetic', 'columns', 'trainTestSplitLast', 'buildMatrix', 'userSeen'];

/** Undefined for what stands in a file beside the module. */
function groupOf({ name, kind, file }: ApiEntry): GroupName | undefined {
  if (file === 'code/checks/checkRecommender.ts') return 'checks';
  if (kind === 'class') return 'models';
  if (!/^code\/(?:recsys\.ts$|toolbox\/|fast\/)/.test(file)) return undefined;
  if (kind !== 'function') return 'types';
  if (name.endsWith('AtK')) return 'metrics';
  return dataNames.includes(name) ? 'data' : 'toolbox';
}

/** The files beside the module, in the order in which they are met. */
function filesOf(entries: readonly ApiEntry[]): ApiFile[] {
  const others = entries.filter((entry) => groupOf(entry) === undefined);
  return Array.from(new Set(others.map(({ file }) => file)), (file) => {
    const own = others.filter((entry) => entry.file === file);
    return { file, says: headOf(root, file), entries: own };
  });
}

/** Where a model has no sentence for a member, what the contract or a factor model says of it. */
function saidBy(entries: readonly ApiEntry[]): ReadonlyMap<string, string> {
  const told = entries.filter(({ name }) => name === 'Recommender' || name === 'Factors');
  return new Map(told.flatMap(({ members }) => members.map(({ name, says }) => [name, says])));
}

function modelsFrom(entries: readonly ApiEntry[]): ModelApi[] {
  const said = saidBy(entries);
  return models.map(({ id, name, title, summary, defaults, ranges }) => {
    const own = entries.find((candidate) => candidate.name === name);
    if (!own) throw new Error(`${name} of the catalogue is exported by no file of code/`);
    const members = own.members.map((member) => {
      return { ...member, says: member.says || (said.get(member.name) ?? '') };
    });
    const entry = { ...own, members };
    const given = entries.find((candidate) => candidate.name === `${name}Options`);
    const options = Object.entries(defaults).map(([option, value]) => {
      const { min, max, unit, help, orAll } = ranges[option];
      const range = `${withCommas(min)} to ${withCommas(max)}${unit ? ` ${unit}` : ''}${orAll ? ', or Infinity' : ''}`;
      return { name: option, default: withCommas(value), range, help };
    });
    const more = given?.members.filter((member) => !(member.name in defaults)) ?? [];
    return { id, title, summary, entry, options, more };
  });
}

/** What a snippet holds out, as its text says; the module's own rule where it says nothing. */
function heldOutBy(snippet: string): string {
  const text = readFileSync(path.join(root, 'docs/snippets', snippet), 'utf8');
  return /holdOut: '([^']+)'/.exec(text)?.[1] ?? 'last';
}

export default {
  reads: ['code', 'docs/snippets'],
  seconds: 1,
  load(): ApiData {
    const read = [
      'code/recsys.ts',
      'code/models.ts',
      ...furtherModels(root),
      'code/parallel.ts',
      'code/evaluation/metrics.ts',
      'code/evaluation/leaderboard.ts',
      'code/evaluation/intervals.ts',
      'code/evaluation/standings.ts',
      'code/evaluation/laboratory.ts',
      'code/evaluation/tuning.ts',
      'code/checks/checkRecommender.ts',
    ].flatMap((file) => readApi(root, file));
    // What a file hands on stands where it is from.
    const entries = Array.from(
      new Map(read.map((entry) => [`${entry.file} ${entry.name}`, entry])).values(),
    );
    const groups: Record<GroupName, ApiEntry[]> = {
      data: [],
      metrics: [],
      models: [],
      toolbox: [],
      types: [],
      checks: [],
    };
    for (const entry of entries) {
      const group = groupOf(entry);
      if (group) groups[group].push(entry);
    }
    const isFunction = ({ kind }: ApiEntry) => Number(kind === 'function');
    groups.checks.sort((a, b) => isFunction(b) - isFunction(a));
    return {
      groups,
      files: filesOf(entries),
      models: modelsFrom(entries),
      errors: badCalls.map((bad) => ({ call: bad.call, message: errorOf(bad) })),
      printed: printedBy('usage.ts'),
      split: heldOutBy('usage.ts'),
    };
  },
} satisfies Loader;
