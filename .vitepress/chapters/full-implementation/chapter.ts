import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'full-implementation',
  title: 'The full implementation',
  question: 'The whole source, as it runs on every page.',
  line: 'The one file that every page runs.',
};
