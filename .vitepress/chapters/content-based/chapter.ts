import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'content-based',
  title: 'Content-based',
  question: 'Can the things themselves tell us what their reader likes?',
  measured: 'the angle between a profile and every item',
  line: 'A profile is the faded average of what one took.',
  exercises: 3,
};
