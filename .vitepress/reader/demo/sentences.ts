// What a demo says about its result, as plain functions of the result.
import { percent } from '../../kit/numbers.ts';
import { nameFirst } from '../../kit/people.ts';
import { genreName, itemTitle } from '../../kit/titles.ts';
import type { ModelFacts } from '../../run/prepare.ts';
import type { RunResult } from '../../run/jobs/model.ts';

/** The finding, as the demo's title. */
export function findingOf(title: string, { metrics, nTest, spec }: RunResult): string {
  const hits = Math.round(metrics.recall * nTest);
  return `${title}’s lists of ${spec.k} hold the next new book of ${hits} of the ${nTest} people (${percent(metrics.recall, 1)})`;
}

/** What became of the one item that was hidden. */
export function aboutHeldOut({ heldOut, list, spec }: RunResult): string {
  if (!heldOut)
    return `Nothing of person ${spec.user} was held out, because they took no second thing that was new.`;
  const title = `${itemTitle(heldOut.item, heldOut.genre)} (${genreName(heldOut.genre)})`;
  const place = list.findIndex(({ item }) => item === heldOut.item) + 1;
  const next = `${nameFirst(spec.user, spec.data)}’s next new item was ${title}`;
  if (place > 0) return `${next}: number ${place} of this list.`;
  return `${next}, which is not in this list.`;
}

/** Why there is no list. */
export function aboutEmptyList(
  { personal, title }: Pick<ModelFacts, 'personal' | 'title'>,
  { history, spec }: RunResult,
): string {
  if (personal && history.length === 0)
    return `Person ${spec.user} has no history, and ${title} knows people by their history alone, so it recommends nothing and makes nothing up.`;
  return `Person ${spec.user} has seen every item there is.`;
}
