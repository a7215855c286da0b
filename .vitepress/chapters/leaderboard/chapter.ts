import type { ChapterText } from '../../kit/chapterText.ts';
import { modelCount } from '../../kit/modelCount.ts';

export const chapter: ChapterText = {
  id: 'leaderboard',
  title: 'The leaderboard',
  question: `Which of the ${modelCount} is best here, and how sure can we be?`,
  measured: `all ${modelCount} models on one split, with intervals`,
  line: `All ${modelCount} on one split, fitted while you watch.`,
  exercises: 3,
};
