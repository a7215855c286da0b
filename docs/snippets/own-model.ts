import { buildMatrix, checkInteger, rowOf, topK } from '../../code/recsys.ts';
import type { Interaction, Recommender, SparseMatrix } from '../../code/recsys.ts';

/** Items by how many people have met them: who comes back counts once. */
export class OwnModel implements Recommender {
  private R: SparseMatrix | undefined;
  private people = new Float64Array(0);

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const R = buildMatrix(train, nUsers, nItems);
    const people = new Float64Array(nItems);
    for (const item of R.indices) people[item] += 1;
    this.R = R;
    this.people = people;
    return this;
  }

  scores(user: number): Float64Array {
    this.seenBy(user);
    return this.people.slice();
  }

  recommend(user: number, k = 10): number[] {
    return topK(this.people, this.seenBy(user), k);
  }

  private seenBy(user: number): Int32Array {
    if (!this.R) throw new Error('OwnModel: call fit first');
    checkInteger('OwnModel', 'user', user, 0, this.R.nRows - 1);
    return rowOf(this.R, user);
  }
}

/** What the checks may expect of it. */
export const claims = { personal: false };
