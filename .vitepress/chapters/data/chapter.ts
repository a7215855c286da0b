import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'data',
  title: 'The interaction log',
  question: 'What can be learnt from nothing but who took what, and when?',
  measured: 'how full the matrix is, and how long its tail',
  line: 'Who, what, when: three columns, and a world that made them.',
  exercises: 3,
};
