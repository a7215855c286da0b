import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'glossary',
  title: 'Glossary',
  question: 'What does that word mean here, and where is it taught?',
  line: 'Every term in a sentence or two, and its chapter.',
};
