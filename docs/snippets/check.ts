import { checkRecommender } from '../../code/checks/checkRecommender.ts';
import type { Interaction, Recommender } from '../../code/recsys.ts';

/** The items that somebody met last, newest first. */
class Newest implements Recommender {
  private latest: number[] = [];
  private seen: Set<number>[] = [];

  fit(rows: Iterable<Interaction>, nUsers: number, nItems: number): this {
    this.latest = new Array<number>(nItems).fill(-Infinity);
    this.seen = Array.from({ length: nUsers }, () => new Set());
    for (const [user, item, time] of rows) {
      this.latest[item] = Math.max(this.latest[item], time);
      this.seen[user].add(item);
    }
    return this;
  }

  scores(): Float64Array {
    return Float64Array.from(this.latest);
  }

  recommend(user: number, k = 10): number[] {
    return Array.from(this.latest.keys())
      .sort((a, b) => this.latest[b] - this.latest[a])
      .filter((item) => !this.seen[user].has(item))
      .slice(0, k);
  }
}

const { passed, failed, checks } = checkRecommender(() => new Newest(), { runs: 200 });
const broken = checks.filter((check) => check.status === 'failed');
console.log(`${passed} promises kept, ${failed} broken:`);
console.log(broken.map(({ name }) => name).join(', '));
console.log(`\n${broken[0].message}`);
