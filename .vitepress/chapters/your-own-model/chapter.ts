import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'your-own-model',
  title: 'Your own model',
  question: 'Does a model of your own keep its promises, and where does it stand?',
  line: 'Write the eighth: checked, and entered in the race.',
};
