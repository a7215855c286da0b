// The results of all loaders: each computed once, in a thread, or taken from an earlier build.
import path from 'node:path';
import { bundleLoaders, type BundledLoader, type LoaderBundle } from './bundle.ts';
import { Cache, keyOf } from '../cache.ts';
import { Pool } from './pool.ts';
import { Progress } from './progress.ts';
import { urgencyOf, type Planned } from './urgency.ts';

/** All that was made of the sources as they stood at one moment. */
interface Edition extends LoaderBundle {
  readonly pool: Pool;
  /** By loader: what it stood on at that moment. */
  readonly keys: ReadonlyMap<string, string>;
  /** By loader: how soon it must begin. */
  readonly urgencies: ReadonlyMap<string, number>;
  /** The results that were asked for so far. */
  readonly found: Map<string, Promise<string>>;
}

export class Results {
  private readonly root: string;
  private readonly isFresh: boolean;
  private edition: Promise<Edition> | undefined;
  private readonly cache: Cache;
  private readonly progress: Progress;

  /** @param isFresh computes all anew, and keeps nothing */
  constructor(root: string, isFresh: boolean, tell: (line: string) => void) {
    this.root = root;
    this.isFresh = isFresh;
    const folder = path.join(root, 'node_modules/.cache/book');
    this.cache = new Cache(path.join(folder, 'results'));
    this.progress = new Progress(path.join(folder, 'seconds.json'), tell);
  }

  /** The result of a loader, as JSON, of the newest sources. @param id its file */
  async of(id: string): Promise<string> {
    for (;;) {
      const asked = this.newest();
      const edition = await asked;
      try {
        const json = await this.resultOf(edition, id);
        if (this.edition === asked) return json;
      } catch (error) {
        // Else it was broken off: a source has changed meanwhile.
        if (this.edition === asked) throw error;
      }
    }
  }

  /** Begins with all that are not there. */
  async begin(): Promise<void> {
    const edition = await this.newest();
    // Whoever asks for one hears of its failure.
    for (const id of edition.loaders.keys()) this.resultOf(edition, id).catch(() => undefined);
  }

  /** The loaders whose results depend on a file. */
  async standingOn(file: string): Promise<string[]> {
    const { loaders } = await this.newest();
    return Array.from(loaders.values())
      .filter((loader) => this.filesOf(loader, loaders).some((one) => isWithin(file, one)))
      .map(({ id }) => id);
  }

  /** A source has changed: what was made of the old ones is forgotten, and what is under way is broken off. */
  async renew(): Promise<void> {
    const old = this.edition;
    this.edition = undefined;
    const close = async ({ pool, remove }: Edition): Promise<void> => {
      await pool.close();
      process.off('exit', remove);
      remove();
    };
    // One that failed left nothing; who asked for it has heard of it.
    await old?.then(close, () => undefined);
  }

  private newest(): Promise<Edition> {
    if (this.edition) return this.edition;
    const made = this.makeEdition();
    this.edition = made;
    made.catch(() => {
      // Whoever asks next may have mended the source.
      if (this.edition === made) this.edition = undefined;
    });
    return made;
  }

  private async makeEdition(): Promise<Edition> {
    const bundle = await bundleLoaders(this.root);
    process.once('exit', bundle.remove);
    const { loaders } = bundle;
    const keys = Array.from(loaders.values(), (loader): [string, string] => {
      return [loader.id, keyOf(this.root, this.filesOf(loader, loaders))];
    });
    const pool = new Pool(bundle.thread, { snippets: bundle.snippets });
    const plan = Array.from(loaders.values(), (loader) => this.planned(loader));
    const urgencies = plan.map((one): [string, number] => [one.id, urgencyOf(one, plan)]);
    return {
      ...bundle,
      pool,
      keys: new Map(keys),
      urgencies: new Map(urgencies),
      found: new Map(),
    };
  }

  private resultOf(edition: Edition, id: string): Promise<string> {
    const loader = edition.loaders.get(id);
    if (!loader) throw new Error(`${path.relative(this.root, id)} is not among the loaders`);
    let result = edition.found.get(id);
    if (!result) edition.found.set(id, (result = this.cachedOrComputed(edition, loader)));
    return result;
  }

  private async cachedOrComputed(edition: Edition, loader: BundledLoader): Promise<string> {
    const name = this.nameOf(loader);
    const key = edition.keys.get(loader.id) ?? '';
    const kept = this.isFresh ? undefined : this.cache.get(name, key);
    if (kept !== undefined) return kept;
    const computed = this.progress.follow(name, this.secondsOf(loader), async (begun) => {
      const needed = neededBy(loader).map((id) => this.resultOf(edition, id));
      const task = { file: loader.file, given: await Promise.all(needed) };
      return edition.pool.run(task, edition.urgencies.get(loader.id) ?? 0, begun);
    });
    const json = await computed.catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${path.relative(this.root, loader.id)}: ${why}`, { cause });
    });
    if (!this.isFresh) this.cache.set(name, key, json);
    return json;
  }

  private nameOf({ id }: BundledLoader): string {
    return path
      .relative(path.join(this.root, '.vitepress'), id)
      .replace(/\.data\.ts$/, '')
      .replace(/[\\/]/g, '.');
  }

  private planned(loader: BundledLoader): Planned {
    const { id, isLate } = loader;
    return { id, isLate, needs: neededBy(loader), seconds: this.secondsOf(loader) };
  }

  private secondsOf(loader: BundledLoader): number {
    return this.progress.secondsOf(this.nameOf(loader)) ?? loader.seconds ?? 0.3;
  }

  /** All that a result depends on: what is imported, what is read, and the same of what it is given. */
  private filesOf(loader: BundledLoader, all: LoaderBundle['loaders']): string[] {
    const reads = (loader.reads ?? []).map((name) => path.join(this.root, name));
    const given = neededBy(loader).flatMap((id) => {
      const other = all.get(id);
      return other ? this.filesOf(other, all) : [];
    });
    return [...loader.sources, ...reads, ...given];
  }
}

const neededBy = ({ id, from = [] }: BundledLoader): string[] =>
  from.map((file) => path.join(path.dirname(id), file));

const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(`${folder}${path.sep}`);
