import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'production',
  title: 'What this is and isn’t',
  question: 'What changes when the same algorithms serve millions?',
  line: 'From a page to a service: what stays and what changes.',
};
