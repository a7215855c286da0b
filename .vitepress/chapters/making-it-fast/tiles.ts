// What the innermost loop touches when one item passes, in each of three ways to go over the table S: the figure draws
// it, and `perProduct` is what it comes to for one product.

export interface Way {
  readonly id: 'ones' | 'tiles' | 'simd';
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** Numbers to an instruction. */
  readonly lanes: 1 | 2;
  /** The sums stay in registers while the items pass. */
  readonly keeps: boolean;
  /** How many loads bring the factors of its rows: a row's number is at hand already in the plain loop. */
  readonly rowLoads: number;
}

export const ways: readonly Way[] = [
  {
    id: 'ones',
    title: 'One sum after another',
    rows: 2,
    columns: 4,
    lanes: 1,
    keeps: false,
    rowLoads: 0,
  },
  {
    id: 'tiles',
    title: 'A tile of 2 × 4 sums',
    rows: 2,
    columns: 4,
    lanes: 1,
    keeps: true,
    rowLoads: 2,
  },
  {
    id: 'simd',
    title: 'A tile of 4 × 4, two at once',
    rows: 4,
    columns: 4,
    lanes: 2,
    keeps: true,
    rowLoads: 4,
  },
];

export interface Touched {
  readonly products: number;
  readonly loads: number;
  readonly computes: number;
  readonly stores: number;
}

/** Of so many items. A load or a store of two lanes is one. */
export function touched({ rows, columns, lanes, keeps, rowLoads }: Way, items: number): Touched {
  const products = rows * columns;
  const wide = products / lanes;
  const ofColumns = columns / lanes;
  return {
    products: items * products,
    loads: items * (keeps ? rowLoads + ofColumns : wide + rows * ofColumns),
    computes: items * 2 * wide,
    stores: keeps ? 0 : items * wide,
  };
}

/** Instructions for one product. */
export function instructionsFor(way: Way): number {
  const { products, loads, computes, stores } = touched(way, 1);
  return (loads + computes + stores) / products;
}
