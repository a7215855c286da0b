import { columns, makeSynthetic, Popularity, recommendBatch } from '../../code/recsys.ts';

const { interactions, nUsers, nItems } = makeSynthetic();
const log = columns({
  users: Int32Array.from(interactions, ([user]) => user),
  items: Int32Array.from(interactions, ([, item]) => item),
  times: Float64Array.from(interactions, ([, , time]) => time),
});
const model = new Popularity().fit(log, nUsers, nItems);
const lists = recommendBatch(model, [7, 0], 3);

console.log('user 7:', lists.subarray(0, 3).join(', '));
console.log('user 0:', lists.subarray(3).join(', '));
