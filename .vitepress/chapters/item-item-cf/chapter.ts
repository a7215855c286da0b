import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'item-item-cf',
  title: 'Item–item collaborative filtering',
  question: 'What do people who took this also take?',
  measured: 'the similarity of every pair of items, from co-occurrence alone',
  line: 'Two things are alike when the same people took them.',
  exercises: 4,
};
