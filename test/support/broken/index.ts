// Models that are broken on purpose, to show of every check that it can fail.
import { brokenAnswers } from './answers.ts';
import { brokenFits } from './fits.ts';
import { brokenLists } from './lists.ts';
import { brokenOffers } from './offers.ts';
import type { BrokenModel } from './plain.ts';
import { brokenReaders } from './reads.ts';
import { brokenRefusers } from './refuses.ts';
import { brokenSymmetries } from './symmetries.ts';
import { brokenTakers } from './takes.ts';

export { Plain } from './plain.ts';
export const brokenModels: readonly BrokenModel[] = [
  ...brokenTakers,
  ...brokenLists,
  ...brokenAnswers,
  ...brokenOffers,
  ...brokenFits,
  ...brokenReaders,
  ...brokenRefusers,
  ...brokenSymmetries,
];
