import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'popularity',
  title: 'Popularity',
  question: 'How far does one list for everybody go?',
  measured: 'what the most taken items win, and how little of the catalogue they show',
  line: 'Count, sort, and show everyone the same.',
  exercises: 3,
};
