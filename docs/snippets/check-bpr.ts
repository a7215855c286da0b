import { assertRecommender, checkRecommender } from '../../code/checks/checkRecommender.ts';
import { BPR } from '../../code/recsys.ts';

const byId = 'the first factors are drawn in order of id';
const report = checkRecommender((settings) => new BPR(settings), {
  settings: { factors: 3, epochs: 2 },
  personal: true,
  filters: true,
  seeded: true,
  reports: true,
  runs: 100,
  skip: {
    'users renamed': byId,
    'items renamed': byId,
    'one user more': byId,
    'one item more': byId,
    likeness: 'similarItems compares its factors',
  },
});

assertRecommender(report);
console.log(`${report.passed} promises kept, ${report.skipped} not made`);
