// What a demo page is given at build time: the default run and what the catalogue says of the model.
// The page then needs neither the catalogue nor the models: they stay in the worker.
import { findModel, models } from '../../code/models.ts';
import type { ModelEntry } from '../../code/models.ts';
import { syntheticDefaults } from '../../code/recsys.ts';
import { defaultSpec, fitModel, readRun } from './jobs/model.ts';
import type { RunResult } from './jobs/model.ts';

/** The entry of the catalogue without its functions. */
export type ModelFacts = Pick<
  ModelEntry,
  'id' | 'name' | 'title' | 'summary' | 'personal' | 'curve' | 'defaults' | 'ranges'
>;

export interface PreparedRun {
  readonly model: ModelFacts;
  readonly nUsers: number;
  readonly result: RunResult;
}

export function factsOf(entry: ModelEntry): ModelFacts {
  const { id, name, title, summary, personal, curve, defaults, ranges } = entry;
  return { id, name, title, summary, personal, curve, defaults, ranges };
}

export const allFacts = (): ModelFacts[] => models.map(factsOf);

export function prepareRun(id: string): PreparedRun {
  const spec = defaultSpec(id);
  return {
    model: factsOf(findModel(id)),
    nUsers: syntheticDefaults.nUsers,
    result: readRun(spec, fitModel(spec)),
  };
}
