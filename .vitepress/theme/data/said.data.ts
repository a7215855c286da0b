import { sayAll } from './said.ts';
import type { SaidName } from './said.ts';

declare const data: Readonly<Record<SaidName, string>>;
export { data };

export default {
  watch: ['../../../code/*.ts'],
  load: sayAll,
};
