import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'start',
  title: 'Start here',
  question: 'What does a recommender do, and how would we know that it works?',
  measured: 'one list for one reader, and whether it found what they took next',
  line: 'A log goes in, a ranked list comes out.',
  exercises: 2,
};
