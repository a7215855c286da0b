import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'random',
  title: 'Random',
  question: 'How well does a list do that knows nothing at all?',
  measured: 'the recall of chance, beside its expected value',
  line: 'The floor that every other model must clear.',
  exercises: 3,
};
