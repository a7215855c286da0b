import { bySlug } from '../../run/bySlug.ts';
import type { MakePrediction } from './prediction.ts';

/** What the chapters of the models ask, by slug. */
export const predictions = bySlug(
  import.meta.glob<MakePrediction>('../../chapters/[a-z]*/prediction.ts', {
    eager: true,
    import: 'prediction',
  }),
);
