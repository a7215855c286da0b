import { jobScript } from './jobScripts.ts';
import { whenIdle } from './wait.ts';

/** What a script imports, as the build writes it. */
const imports = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

const fetched = new Map<string, Promise<void>>();

/** Once for each script: several demos of a page share most of theirs. */
function fetchScript(address: string): Promise<void> {
  const known = fetched.get(address);
  if (known) return known;
  const all = async (): Promise<void> => {
    const script = await (await fetch(address)).text();
    const needed = Array.from(script.matchAll(imports), ([, file]) => new URL(file, address).href);
    await Promise.all(needed.map(fetchScript));
  };
  const fetching = all().catch((error: unknown) => {
    fetched.delete(address);
    throw error;
  });
  fetched.set(address, fetching);
  return fetching;
}

/** Whoever runs a demo asks again for what is not there. */
const fetchIfPossible = (address: string): Promise<void> =>
  fetchScript(address).catch(() => undefined);

let waiting = 0;

/**
 * Into the browser's cache with the script of a job and, after those of all demos of the page, with that of the
 * worker: who goes offline from now on can still run.
 */
export async function fetchJob(worker: string, job: string): Promise<void> {
  waiting++;
  await whenIdle(() => fetchIfPossible(jobScript(job)));
  waiting--;
  if (waiting > 0) return;
  await whenIdle(() => fetchIfPossible(new URL(worker, location.href).href));
}
