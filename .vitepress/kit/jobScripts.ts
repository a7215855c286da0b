import { jobName } from '../run/job.ts';

/** The addresses of the scripts of all jobs, by name: a page fetches that of its own alone. */
const scripts = new Map(
  Object.entries(
    import.meta.glob<string>(['../run/jobs/*.ts', '../chapters/[a-z]*/*.job.ts'], {
      query: '?worker-chunk',
      import: 'default',
      eager: true,
    }),
  ).map(([file, address]) => [jobName(file), address]),
);

/** The address of the script of a job, for the page and for its worker. */
export function jobScript(job: string): string {
  const address = scripts.get(job);
  if (address === undefined) throw new Error(`There is no job of the name ${job}.`);
  return new URL(address, location.href).href;
}
