import { buildMatrix, checkInteger, rowOf, topK } from '../../code/recsys.ts';
import type { Interaction, Recommender, SparseMatrix } from '../../code/recsys.ts';

/** Items by how often others met them right after the last item of the user. */
export class OwnModel implements Recommender {
  private R: SparseMatrix | undefined;
  /** The last item of each user, -1 where there is none. */
  private last = new Int32Array(0);
  /** For each item, how often each other one came right after it. */
  private after: Float64Array[] = [];

  fit(train: Iterable<Interaction>, nUsers: number, nItems: number): this {
    const rows = [...train]; // twice needed, and a log may be read once only
    const R = buildMatrix(rows, nUsers, nItems);
    const last = new Int32Array(nUsers).fill(-1);
    const after = Array.from({ length: nItems }, () => new Float64Array(nItems));
    // The oldest first; of two at the same time the lower item.
    rows.sort((a, b) => a[2] - b[2] || a[1] - b[1]);
    for (const [user, item] of rows) {
      const before = last[user];
      // Yours: what is added when this item follows that one?
      if (before >= 0) after[before][item] += 0;
      last[user] = item;
    }
    this.R = R;
    this.last = last;
    this.after = after;
    return this;
  }

  scores(user: number): Float64Array {
    const seen = this.seenBy(user);
    // Of a user without history it knows nothing.
    if (seen.length === 0) return new Float64Array(this.after.length);
    return this.after[this.last[user]].slice();
  }

  recommend(user: number, k = 10): number[] {
    const seen = this.seenBy(user);
    const list = topK(this.scores(user), seen, k);
    return seen.length === 0 ? [] : list;
  }

  private seenBy(user: number): Int32Array {
    if (!this.R) throw new Error('OwnModel: call fit first');
    checkInteger('OwnModel', 'user', user, 0, this.R.nRows - 1);
    return rowOf(this.R, user);
  }
}

/** What the checks may expect of it. */
export const claims = { personal: true };
