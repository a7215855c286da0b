import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'leaderboard',
  title: 'The leaderboard',
  question: 'Which of the seven is best here, and how sure can we be?',
  measured: 'all seven models on one split, with intervals',
  line: 'All seven on one split, fitted while you watch.',
  exercises: 3,
};
