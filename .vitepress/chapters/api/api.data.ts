import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { models } from '../../../code/models.ts';
import type { Loader } from '../../build/results/loader.ts';
import { furtherModels } from '../../build/oneFile.ts';
import { printedBy } from '../../build/results/printed.ts';
import { badCalls, errorOf } from './errors.ts';
import { readApi } from './readApi.ts';
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

export interface ApiData {
  readonly groups: Readonly<Record<GroupName, readonly ApiEntry[]>>;
  readonly models: readonly ModelApi[];
  readonly errors: readonly { readonly call: string; readonly message: string }[];
  /** What the typical usage prints, and what it holds out. */
  readonly printed: string;
  readonly split: string;
}

declare const data: ApiData;
export { data };

export type GroupName =
  'contract' | 'data' | 'metrics' | 'models' | 'toolbox' | 'types' | 'book' | 'checks';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const dataNames = ['makeSynthetic', 'columns', 'trainTestSplitLast', 'buildMatrix', 'userSeen'];

function groupOf({ name, kind, file }: ApiEntry): GroupName {
  if (file === 'code/checks/checkRecommender.ts') return 'checks';
  if (kind === 'class') return 'models';
  if (!/^code\/(?:recsys\.ts$|toolbox\/)/.test(file)) return 'book';
  if (name === 'Recommender') return 'contract';
  if (kind !== 'function') return 'types';
  if (name.endsWith('AtK')) return 'metrics';
  return dataNames.includes(name) ? 'data' : 'toolbox';
}

function modelsFrom(entries: readonly ApiEntry[]): ModelApi[] {
  return models.map(({ id, name, title, summary, defaults, ranges }) => {
    const entry = entries.find((candidate) => candidate.name === name);
    if (!entry) throw new Error(`${name} of the catalogue is exported by no file of code/`);
    const given = entries.find((candidate) => candidate.name === `${name}Options`);
    const options = Object.entries(defaults).map(([option, value]) => {
      const { min, max, unit, help, orAll } = ranges[option];
      const range = `${min} to ${max}${unit ? ` ${unit}` : ''}${orAll ? ', or Infinity' : ''}`;
      return { name: option, default: String(value), range, help };
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
    const entries = [
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
    const groups: Record<GroupName, ApiEntry[]> = {
      contract: [],
      data: [],
      metrics: [],
      models: [],
      toolbox: [],
      types: [],
      book: [],
      checks: [],
    };
    for (const entry of entries) groups[groupOf(entry)].push(entry);
    const isFunction = ({ kind }: ApiEntry) => Number(kind === 'function');
    groups.checks.sort((a, b) => isFunction(b) - isFunction(a));
    return {
      groups,
      models: modelsFrom(entries),
      errors: badCalls.map((bad) => ({ call: bad.call, message: errorOf(bad) })),
      printed: printedBy('usage.ts'),
      split: heldOutBy('usage.ts'),
    };
  },
} satisfies Loader;
