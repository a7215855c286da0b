import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'trending',
  title: 'Trending',
  question: 'Should last week count as much as last year?',
  measured: 'the ranks of all items as the half-life moves',
  line: 'Popularity that forgets, at a rate that you set.',
  exercises: 4,
};
