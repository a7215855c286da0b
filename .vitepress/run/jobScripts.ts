import { jobName } from './job.ts';

/** The addresses of the scripts of all jobs, so that a page can fetch that of its own beforehand. */
export const jobScripts: ReadonlyMap<string, string> = new Map(
  Object.entries(
    import.meta.glob<string>(['./jobs/*.ts', '../chapters/[a-z]*/*.job.ts'], {
      query: '?worker-chunk',
      import: 'default',
      eager: true,
    }),
  ).map(([file, url]) => [jobName(file), url]),
);
