import { ImplicitALS, makeSynthetic, recallAtK, trainTestSplitLast } from '../../code/recsys.ts';

const { interactions, nUsers, nItems } = makeSynthetic({ seed: 0 });
const { train, test } = trainTestSplitLast(interactions, nUsers, { holdOut: 'last-new' });
const model = new ImplicitALS({ factors: 32, iters: 15 }).fit(train, nUsers, nItems);

const lists = new Map<number, number[]>();
for (const user of test.keys()) lists.set(user, model.recommend(user, 10));

console.log('recall@10:', recallAtK(lists, test, 10).toFixed(3));
