import { chapters, linkOf, modelOf } from './chapters.ts';

/** The demos that can stand in other people's pages, each at `/embed/<slug>`. */
export interface Embed {
  /** That of the chapter. */
  readonly slug: string;
  readonly title: string;
  /** Where the line below it leads. */
  readonly link: string;
  /** The demo, as a page names it. */
  readonly demo: string;
}

/** Of chapters that are about no model. */
const otherDemos: Readonly<Record<string, string>> = {
  start: '<StartDemo />',
  leaderboard: '<LeaderboardDemo />',
};

export const embeds: readonly Embed[] = chapters.flatMap((chapter) => {
  const { id: slug, title } = chapter;
  const demo = modelOf(chapter) ? `<ModelDemo id="${slug}" />` : otherDemos[slug];
  return demo ? [{ slug, title, link: linkOf(chapter), demo }] : [];
});

export const embedPath = (slug: string): string => `embed/${slug}`;
