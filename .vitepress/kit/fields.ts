// What a reader can set, as data: the controls, the URL and the checks of what is typed are made from it.
import { worlds } from '../../code/evaluation/worlds.ts';
import type { Range } from '../../code/models.ts';
import type { SyntheticOptions } from '../../code/recsys.ts';
import { bookSplit } from '../run/defaults.ts';
import type { ModelFacts } from '../run/prepare.ts';
import type { RunSpec } from '../run/jobs/model.ts';

export interface Field extends Range {
  /** The name in the URL. */
  readonly name: string;
  readonly default: number;
  readonly integer: boolean;
  /** A choice among names: the value is a place in this list, the URL has the name. */
  readonly choices?: readonly string[];
}

export type Values = Readonly<Record<string, number>>;

export const userField = (nUsers: number, user: number): Field => ({
  name: 'user',
  label: 'Person',
  min: 0,
  max: nUsers - 1,
  step: 1,
  scale: 'linear',
  unit: '',
  help: 'Whose list and history are shown.',
  default: user,
  integer: true,
});

export const kField = (k: number): Field => ({
  name: 'k',
  label: 'Length of the list',
  min: 1,
  max: 50,
  step: 1,
  scale: 'linear',
  unit: '',
  help: 'How many items are recommended, and counted by the metrics.',
  default: k,
  integer: true,
});

export const dataField = (seed: number): Field => ({
  name: 'data',
  label: 'Seed of the log',
  min: 0,
  max: 999,
  step: 1,
  scale: 'linear',
  unit: '',
  help: 'Another seed draws another log: other people, other tastes.',
  default: seed,
  integer: true,
});

/** A choice among names, by its place. */
export const choiceField = (name: string, label: string, choices: readonly string[]): Field => ({
  name,
  label,
  min: 0,
  max: choices.length - 1,
  step: 1,
  scale: 'linear',
  unit: '',
  help: '',
  default: 0,
  integer: true,
  choices,
});

/** Which world the log is from, by its place among `worlds`. */
export const worldField: Field = choiceField(
  'world',
  'World',
  worlds.map(({ id }) => id),
);

/** The log that the fields of world and seed ask for. */
export const logOf = (world: number, seed: number): SyntheticOptions => ({
  ...worlds[world].recipe,
  seed,
});

/** The place of the world that a log is from. */
export const worldOf = (data: SyntheticOptions): number =>
  worlds.findIndex((_, world) => {
    return JSON.stringify(logOf(world, data.seed ?? 0)) === JSON.stringify(data);
  });

/** Where a log is from, at the end of a sentence; nothing of the usual world. */
export function inWorld(data: SyntheticOptions): string {
  const world = worldOf(data);
  return world > 0 ? ` in the world “${worlds[world].title}”` : '';
}

/** The hyperparameters of a model, from its entry in the catalogue. */
export function optionFields({ ranges, defaults }: ModelFacts): Field[] {
  return Object.entries(ranges).map(([name, range]) => ({
    ...range,
    name,
    default: defaults[name],
    // Of what there is a number that is all, there are whole numbers.
    integer: range.orAll ?? (range.scale === 'linear' && Number.isInteger(range.step)),
  }));
}

export const defaultsOf = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map((field) => [field.name, field.default]));

export const isAllowed = ({ min, max, integer, orAll }: Field, value: number): boolean =>
  (value === Infinity && orAll === true) ||
  (value >= min && value <= max && (!integer || Number.isInteger(value)));

/** The run that these values ask for. */
export function specOf({ id, defaults }: ModelFacts, values: Values): RunSpec {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, values[name]]));
  const { world, data: seed, user, k } = values;
  return { id, options, data: logOf(world, seed), split: bookSplit, user, k };
}
