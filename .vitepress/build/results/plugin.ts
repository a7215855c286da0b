import type { Plugin } from 'vite';
import { Results } from './results.ts';

export interface ResultsPlugin extends Plugin {
  /** A loader's result, for what is made beside the pages. @param id the loader's file */
  readonly resultOf: <Result>(id: string) => Promise<Result>;
}

/**
 * Answers for every `*.data.ts`: `data` is what its `load` gave in a thread, now or in an earlier build that
 * stood on the same sources. `BOOK_FRESH=1` computes all anew.
 *
 * VitePress has loaders of its own; it would compile each with its own copy of the module, and run them one
 * after the other on the thread that renders the pages.
 */
export function computedResults(root: string): ResultsPlugin {
  const results = new Results(root, process.env['BOOK_FRESH'] === '1', (line) => console.log(line));
  // VitePress says that it builds before it asks for anything else: by then the threads may be at work.
  // Whoever asks for a result hears of a failure.
  const isBuild = process.env['NODE_ENV'] === 'production';
  const begun = isBuild ? results.begin().catch(() => undefined) : undefined;
  return {
    name: 'book-computed-results',
    enforce: 'pre',
    resultOf: async <Result>(id: string) => JSON.parse(await results.of(id)) as Result,
    // The pages keep this thread busy for seconds, in which the others would wait for their programs.
    buildStart: () => begun,
    load: {
      filter: { id: /\.data\.ts$/ },
      async handler(id) {
        // A string is read faster than the same data as a program.
        return `export const data = JSON.parse(${JSON.stringify(await results.of(id))});`;
      },
    },
    async hotUpdate({ file, modules }) {
      const changed = await results.standingOn(file);
      if (changed.length === 0) return undefined;
      if (this.environment.name === 'client') await results.renew();
      const pages = changed.flatMap((id) => this.environment.moduleGraph.getModuleById(id) ?? []);
      return [...modules, ...pages];
    },
  };
}
