/** The ideas of the page that have a file to begin with: `docs/snippets/idea-<name>.ts`. */
export const ideaNames = ['root', 'chain', 'mixture'] as const;
export type IdeaName = (typeof ideaNames)[number];
