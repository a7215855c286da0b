// Holds the reader's model to the contract, and says in words what each check found.
import { checkRecommender, type CheckOptions } from '../../../code/checks/checkRecommender.ts';
import type { OwnClass } from './compare.ts';
import type { Checked } from './protocol.ts';

/** Logs for each check: a tenth of what a test would take. */
const runs = 100;

/** What the module claims of its model; what it does not say is not claimed. */
function claimsOf(
  module: unknown,
): Pick<CheckOptions<never>, 'personal' | 'seeded' | 'reports' | 'filters'> {
  const { claims } = (module ?? {}) as { claims?: Record<string, unknown> };
  const claimed = (name: string): boolean => claims?.[name] === true;
  return {
    personal: claimed('personal'),
    seeded: claimed('seeded'),
    reports: claimed('reports'),
    filters: claimed('filters'),
  };
}

export function checkOwn(
  Own: OwnClass,
  module: unknown,
  onStep: (words: string) => void,
): Checked[] {
  const { checks } = checkRecommender((settings) => new Own(settings), {
    ...claimsOf(module),
    runs,
    onCheck: (_, done, total) => onStep(`Check ${done} of ${total}`),
  });
  return checks.map((check) => {
    const { name, sentence, status } = check;
    const says = status === 'failed' ? check.message : status === 'skipped' ? check.reason : '';
    return { name, sentence, status, says };
  });
}
