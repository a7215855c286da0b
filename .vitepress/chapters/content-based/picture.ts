import { ContentBased } from '../../../code/recsys.ts';
import type { FittedRun } from '../../run/pictures.ts';
import { rounded } from '../../kit/rounded.ts';

export interface ContentBasedPicture {
  /** The profile [genres], or null for a user without history. */
  readonly profile: readonly number[] | null;
  /** The share of each genre in the user's events, all ages alike. */
  readonly mix: readonly number[];
  /** The genre and the cosine of every item. */
  readonly genres: readonly number[];
  readonly cosines: readonly number[];
}

/** The share of each genre among some events. */
export function genreMix(genresOfEvents: readonly number[], nGenres: number): number[] {
  const shares = Array.from({ length: nGenres }, () => 0);
  for (const genre of genresOfEvents) shares[genre] += 1 / genresOfEvents.length;
  return shares;
}

export function makePicture({ data, spec, model, result, genres }: FittedRun): ContentBasedPicture {
  if (!(model instanceof ContentBased)) throw new TypeError('picture: needs a ContentBased');
  const profile = model.profile(spec.user);
  const past = result.history.map(({ genre }) => genre);
  return {
    profile: profile && Array.from(profile, (value) => rounded(value)),
    mix: genreMix(past, data.itemFeats.columns).map((share) => rounded(share)),
    genres,
    cosines: Array.from(model.scores(spec.user), (value) => rounded(value)),
  };
}
