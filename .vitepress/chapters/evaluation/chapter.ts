import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'evaluation',
  title: 'Evaluation',
  question: 'When is one list better than another?',
  measured: 'recall, precision, nDCG and MAP of a list, by hand and by machine',
  line: 'Hide the last choice, ask for it back, and count.',
  exercises: 4,
};
