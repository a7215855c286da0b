// What runs in a browser's worker: one leaderboard, then a message.
import { defaultLeaderboard } from './leaderboard.ts';

defaultLeaderboard();
postMessage('done');
