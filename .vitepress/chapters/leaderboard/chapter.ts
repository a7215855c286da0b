import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'leaderboard',
  title: 'The leaderboard',
  question: 'Which model is best here, and how sure can we be?',
  measured: 'all models on one split, with intervals',
  line: 'All models on one split, fitted while you watch.',
  exercises: 3,
};
