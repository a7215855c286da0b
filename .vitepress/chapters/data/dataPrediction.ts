import { count, percent } from '../../kit/numbers.ts';
import { binOf } from '../../reader/learning/prediction.ts';
import type { Prediction } from '../../reader/learning/prediction.ts';
import type { LogPicture } from '../../kit/logPicture.ts';

export const dataPrediction: Prediction<LogPicture> = {
  question:
    'Let all tastes count the same, with a power of 0. How many of the events still fall in the user’s favourite genre?',
  answers: ['As many as before', 'About half as many', 'Fewer than a third as many'],
  change: { tastePow: 0 },
  setting: 'power 0',
  right: (now, printed) => 2 - binOf(now.inFavourite / printed.inFavourite, [1 / 3, 0.8]),
  finding: (now, printed) =>
    `${percent(now.inFavourite)} of the events fall there now; as printed it was ${percent(printed.inFavourite)}. With ${count(now.genres.length)} genres, some genre always comes out ahead.`,
};
