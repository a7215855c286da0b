import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'ease',
  title: 'EASE',
  question: 'What does having this say, once everything else is known?',
  measured: 'the weights from each item to every other, negative ones among them',
  line: 'Every item is foretold from all the others, and some speak against it.',
  exercises: 4,
};
