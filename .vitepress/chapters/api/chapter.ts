import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'api',
  title: 'API at a glance',
  question: 'Every call, with its result first.',
  line: 'Every call, and the typical use.',
};
