/** The models as the leaderboard names them. */
export const titles: Readonly<Record<string, string>> = {
  random: 'Random',
  popularity: 'Popularity',
  trending: 'Trending',
  'content-based': 'Content-based',
  'item-item-cf': 'Item-item CF',
  ease: 'EASE',
  'implicit-als': 'Implicit ALS',
  'implicit-als-tuned': 'Implicit ALS, tuned',
  bpr: 'BPR',
};
