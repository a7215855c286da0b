import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'implicit-als',
  title: 'Implicit ALS',
  question: 'Can a few hidden numbers per person and per thing explain the whole matrix?',
  measured: 'the objective, falling with each half-step',
  line: 'Fix one side, solve the other, and turn about.',
  exercises: 4,
};
