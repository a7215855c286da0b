// The service worker of the book: `sw.js`, made by offline.ts, which takes the types off and writes the
// edition before it. A page comes from the server as long as that answers; a saved copy says that it is one.

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Extendable {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(name: 'message', listener: (event: Told) => void): void;
}

declare const edition: {
  readonly name: string;
  /** What is saved: pages by their addresses, and files, all within the scope. */
  readonly pages: readonly string[];
  readonly files: readonly string[];
  readonly lost: string;
  /** What stands in a saved page after the app, whose skip link is the first. */
  readonly notice: string;
};

const worker = self as unknown as Scope;
const { scope } = worker.registration;
// Other books may stand on the same host: the name says which one this is.
const mine = `book ${scope} `;
const cacheName = mine + edition.name;
/** What is kept of this edition. To open a cache would make one, also for who has had the book forgotten. */
const only = { cacheName };
/** How long the server may think, in milliseconds, before the saved copy is shown. */
const patience = 4000;

/** The saved files of another edition are good for this one if their names hold their hashes. */
const isLasting = (path: string): boolean => path.startsWith('assets/');
const pathOf = (url: string): string =>
  decodeURI(new URL(url).pathname.slice(new URL(scope).pathname.length));

async function save(): Promise<void> {
  const cache = await caches.open(cacheName);
  const pages = new Set([...edition.pages, edition.lost]);
  const waiting = [...pages, ...edition.files];
  const line = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const url = scope + path;
      const kept = isLasting(path) ? await caches.match(url) : undefined;
      const response = kept ?? (await fetch(url, { cache: 'no-cache' }));
      if (!response.ok && path !== edition.lost) throw new Error(`${url}: ${response.status}`);
      // A deployment may be half done: then nothing is kept, and the next visit tries again.
      if (pages.has(path) && !(await response.clone().text()).includes(edition.name)) {
        throw new Error(`${url} is of another edition`);
      }
      await cache.put(url, response);
    }
  };
  // A few at a time, so that the reader's own requests need not wait.
  await Promise.all([line(), line(), line()]);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(mine) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A page as it was saved, with a line that says so. */
async function saved(path: string, status: number): Promise<Response | undefined> {
  const page = await caches.match(scope + path, only);
  if (!page) return undefined;
  const html = (await page.text()).replace('</body>', `${edition.notice}</body>`);
  const headers = new Headers(page.headers);
  for (const name of ['content-length', 'content-encoding']) headers.delete(name);
  return new Response(html, { status, headers });
}

const fileKept = (path: string): Promise<Response | undefined> => caches.match(scope + path, only);

async function turnTo(request: Request): Promise<Response> {
  const path = pathOf(request.url).replace(/(?:^|\/)index\.html$|\.html$|\/$/, '');
  const answer = fetch(request).then((response) => {
    if (response.status >= 500) throw new Error(`${response.status}`);
    return response;
  });
  const inTime = await Promise.race([
    answer.catch(() => undefined),
    new Promise<undefined>((done) => setTimeout(done, patience)),
  ]);
  if (inTime) return inTime;
  const page = edition.pages.includes(path) ? await saved(path, 200) : undefined;
  if (page) return page;
  // The Markdown of a page, a file of code: they are shown as they are.
  const file = edition.files.includes(path) ? await fileKept(path) : undefined;
  if (file) return file;
  try {
    return await answer;
  } catch (error) {
    const lost = await saved(edition.lost, 404);
    if (lost) return lost;
    throw error;
  }
}

async function fileOf(request: Request): Promise<Response> {
  const cached = (): Promise<Response | undefined> => caches.match(request.url, only);
  if (isLasting(pathOf(request.url))) {
    return (await cached()) ?? (await caches.match(request.url)) ?? fetch(request);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const file = await cached();
    if (file) return file;
    throw error;
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    save().catch(async (error: unknown) => {
      // Half a book helps nobody.
      await caches.delete(cacheName);
      throw error;
    }),
  );
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const isPage = request.mode === 'navigate' && request.destination === 'document';
  event.respondWith(isPage ? turnTo(request) : fileOf(request));
});
worker.addEventListener('message', (event) => {
  if (event.data === 'which edition?') event.ports[0]?.postMessage(edition.name);
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
});
