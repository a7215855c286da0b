import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'references',
  title: 'References',
  question: 'The papers behind the book, and what each gave to it.',
  line: 'The papers behind each chapter.',
};
