import { buildMatrix, checkInteger, rowOf, topK } from '../../code/recsys.ts';
import type { Interaction, Recommender, SparseMatrix } from '../../code/recsys.ts';

/** Items by how many people have met them, less for those that are met often. */
export class OwnModel implements Recommender {
  private R: SparseMatrix | undefined;
  private values = new Float64Array(0);

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const rows = [...train]; // twice needed, and a log may be read once only
    const R = buildMatrix(rows, nUsers, nItems);
    const people = new Float64Array(nItems);
    for (const item of R.indices) people[item] += 1;
    const events = new Float64Array(nItems);
    for (const [, item] of rows) events[item] += 1;
    // Yours: by what is each count of people divided? Beware of items that
    // nobody has met.
    const divisors = events.map(() => 1);
    this.R = R;
    this.values = people.map((count, item) => count / divisors[item]);
    return this;
  }

  scores(user: number): Float64Array {
    this.seenBy(user);
    return this.values.slice();
  }

  recommend(user: number, k = 10): number[] {
    return topK(this.values, this.seenBy(user), k);
  }

  private seenBy(user: number): Int32Array {
    if (!this.R) throw new Error('OwnModel: call fit first');
    checkInteger('OwnModel', 'user', user, 0, this.R.nRows - 1);
    return rowOf(this.R, user);
  }
}

/** What the checks may expect of it. */
export const claims = { personal: false };
