import { embeds } from '../../.vitepress/embeds.ts';

/** One page for each demo that can stand elsewhere: its name and the demo, in no frame of the book. */
export default {
  paths: () =>
    embeds.map(({ slug, title, link, demo }) => ({
      params: { slug, title, link },
      content: `# ${title}\n\n${demo}\n`,
    })),
};
