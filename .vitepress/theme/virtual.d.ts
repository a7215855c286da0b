declare module 'virtual:syntax.css';

/** The script of the worker in which the reader's code runs, as text. */
declare module 'virtual:isolated-program' {
  const program: string;
  /** What the toolbox hands out within the module: see compile in reader/editor/erase.ts. */
  export const toolboxNames: readonly string[];
  export default program;
}

/** VitePress' index of the local search: by language, and the book has one. */
declare module '@localSearchIndex' {
  const index: { readonly root: () => Promise<{ readonly default: string }> };
  export default index;
}

/** The address of a worker that shares its modules with the page: see build/workerChunk.ts. */
declare module '*?worker-chunk' {
  const url: string;
  export default url;
}
