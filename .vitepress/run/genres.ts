import type { Dataset } from '../../code/models.ts';

/** The genre of an item is its largest feature. */
export function genresOf({ itemFeats, nItems }: Pick<Dataset, 'itemFeats' | 'nItems'>): number[] {
  return Array.from({ length: nItems }, (_, i) => {
    const row = itemFeats.getRow(i);
    return row.indexOf(Math.max(...row));
  });
}
