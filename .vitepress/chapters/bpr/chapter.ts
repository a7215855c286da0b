import type { ChapterText } from '../../kit/chapterText.ts';

export const chapter: ChapterText = {
  id: 'bpr',
  title: 'Bayesian personalized ranking',
  question: 'Why predict a value, when only the order is shown?',
  measured: 'how often the taken item ranks above the one passed by, epoch by epoch',
  line: 'One pair at a time: pull this one up, push that one down.',
  exercises: 4,
};
