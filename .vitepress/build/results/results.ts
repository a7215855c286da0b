// The results of all loaders: each computed once, in a thread, or taken from an earlier build.
import path from 'node:path';
import { bundleLoaders, type BundledLoader, type LoaderBundle } from './bundle.ts';
import { Cache, keyOf } from '../cache.ts';
import { Pool } from './pool.ts';
import { Progress } from './progress.ts';

export class Results {
  private readonly root: string;
  private readonly isFresh: boolean;
  private bundle: Promise<LoaderBundle> | undefined;
  private pool: Pool | undefined;
  private readonly found = new Map<string, Promise<string>>();
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

  /** The result of a loader, as JSON. @param id its file */
  async of(id: string): Promise<string> {
    const { loaders } = await this.bundled();
    const loader = loaders.get(id);
    if (!loader) throw new Error(`${path.relative(this.root, id)} is not among the loaders`);
    return this.resultOf(loader);
  }

  /** Begins with all that are not there, the long ones first. */
  async begin(): Promise<void> {
    const { loaders } = await this.bundled();
    const order = Array.from(loaders.values()).sort(
      (a, b) => this.secondsOf(b) - this.secondsOf(a),
    );
    // Whoever asks for one hears of its failure.
    for (const loader of order) this.resultOf(loader).catch(() => undefined);
  }

  /** The loaders whose results depend on a file. */
  async standingOn(file: string): Promise<string[]> {
    const { loaders } = await this.bundled();
    return Array.from(loaders.values())
      .filter((loader) => this.filesOf(loader, loaders).some((one) => isWithin(file, one)))
      .map(({ id }) => id);
  }

  /** Forgets what was bundled: a source has changed. */
  async renew(): Promise<void> {
    const old = this.bundle;
    this.bundle = undefined;
    this.found.clear();
    await this.pool?.close();
    this.pool = undefined;
    const remove = (bundle: LoaderBundle): void => {
      process.off('exit', bundle.remove);
      bundle.remove();
    };
    // A bundle that failed left nothing; who asked for it has heard of it.
    await old?.then(remove, () => undefined);
  }

  private bundled(): Promise<LoaderBundle> {
    this.bundle ??= bundleLoaders(this.root).then((bundle) => {
      this.pool = new Pool(bundle.thread, { snippets: bundle.snippets });
      process.once('exit', bundle.remove);
      return bundle;
    });
    return this.bundle;
  }

  private resultOf(loader: BundledLoader): Promise<string> {
    let result = this.found.get(loader.id);
    if (!result) this.found.set(loader.id, (result = this.cachedOrComputed(loader)));
    return result;
  }

  private async cachedOrComputed(loader: BundledLoader): Promise<string> {
    const { loaders } = await this.bundled();
    const name = this.nameOf(loader);
    const key = keyOf(this.root, this.filesOf(loader, loaders));
    const kept = this.isFresh ? undefined : this.cache.get(name, key);
    if (kept !== undefined) return kept;
    const computed = this.progress.follow(name, this.secondsOf(loader), async (begun) => {
      const given = await Promise.all(neededBy(loader).map((id) => this.of(id)));
      return this.pool?.run({ file: loader.file, given }, begun) ?? '';
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
