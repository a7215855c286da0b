import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'exp',
  title: 'Why the book brings its own exp',
  question: 'Why would the same code print other numbers in another browser?',
  line: 'The same bits in every browser, and how that is checked.',
};
