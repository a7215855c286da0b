import { syntheticDataset } from '../../code/models.ts';
import type { Dataset } from '../../code/models.ts';
import type { SyntheticOptions } from '../../code/recsys.ts';
import { bookSplit } from './defaults.ts';

/** A log as the book makes it, split as the book splits: whatever the pages show of a model comes from here. */
export const bookLog = (options: SyntheticOptions = {}): Dataset =>
  syntheticDataset(options, { holdOut: bookSplit });
