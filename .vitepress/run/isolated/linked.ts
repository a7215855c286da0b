// What is run with a version of the module: it is built once, with the module left out, and linked twice,
// to the book's and to the reader's. So a change in the module reaches the log, the metrics and all.
export { compareAll } from '../../../code/evaluation/comparisons.ts';
export { drawSamples, gainInterval } from '../../../code/evaluation/intervals.ts';
export {
  gainsOf,
  metricNames,
  metrics,
  mostOf,
  spreadOf,
} from '../../../code/evaluation/leaderboard.ts';
export { metricsOf } from '../../../code/evaluation/metrics.ts';
// The catalogue's entries are made of what is in here.
export * from '../../../code/models/entry.ts';
