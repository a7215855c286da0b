// What is run with a version of the module: it is built once, with the module left out, and linked twice,
// to the book's and to the reader's. So a change in the module reaches the catalogue, the metrics and all.
export { bootstrap, compareAll, drawSamples } from '../../../code/evaluation/intervals.ts';
export { gainsOf, metricNames, metrics, spreadOf } from '../../../code/evaluation/leaderboard.ts';
export { findModel, models, syntheticDataset, tunedALS } from '../../../code/models.ts';
