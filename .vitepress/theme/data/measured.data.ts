import { measureAll } from './measure.ts';
import type { MeasuredResults } from './measure.ts';

declare const data: MeasuredResults;
export { data };

export default {
  watch: ['../../../code/*.ts'],
  load: measureAll,
};
