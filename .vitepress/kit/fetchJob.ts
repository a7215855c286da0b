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

/**
 * Into the browser's cache with the scripts of a job and of the worker that does it, last of all: who goes
 * offline from now on can still run.
 */
export const fetchJob = (worker: string, job: string): Promise<void> =>
  whenIdle(async () => {
    try {
      for (const url of [jobScript(job), new URL(worker, location.href).href]) {
        await fetchScript(url);
      }
    } catch {
      // Whoever runs the demo asks for it again.
    }
  });
