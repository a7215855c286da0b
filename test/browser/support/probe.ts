// Code that tries every way out of a worker that we know of: to the network, to what a browser keeps, to the
// page. It runs in the browser and needs nothing from here. The same probe is run where nothing is closed,
// to show that it finds what is open.

/** `open`, or why not. */
export type Findings = Readonly<Record<string, string>>;

export interface Told {
  readonly agent: string;
  /** From a worker of an ordinary page. */
  readonly free: Findings;
  /** From a worker that the frame of isolated.html started. */
  readonly isolated: Findings;
  /** What came to the page by a BroadcastChannel. */
  readonly heard: readonly string[];
}

/** The whole of the worker. `WHO` and `HOME` are put in as texts. */
export const probe = `
const who = 'WHO', home = 'HOME';
const at = (way) => home + '/probe/' + who + '/' + way;
const event = (target, good, bad) => new Promise((done, fail) => {
  target['on' + good] = () => done();
  target['on' + bad] = () => fail(new Error(bad));
});
const nested = 'fetch("' + at('nested') + '").then(() => postMessage(1), () => postMessage(0))';
const ways = {
  fetch: () => fetch(at('fetch')),
  'fetch without CORS': () => fetch(at('no-cors'), { mode: 'no-cors' }),
  XMLHttpRequest: () => { const x = new XMLHttpRequest(); x.open('GET', at('xhr')); const end = event(x, 'load', 'error'); x.send(); return end; },
  WebSocket: () => event(new WebSocket(at('socket').replace('http', 'ws')), 'open', 'error'),
  EventSource: () => { const s = new EventSource(at('events')); return event(s, 'open', 'error').finally(() => s.close()); },
  importScripts: () => importScripts(at('script.js')),
  import: () => import(at('module.js')),
  'import of data': () => import('data:text/javascript,export default 1'),
  'nested worker': () => new Promise((done, fail) => {
    const worker = new Worker(URL.createObjectURL(new Blob([nested])));
    worker.onmessage = ({ data }) => data ? done() : fail(new Error('its fetch is blocked'));
    worker.onerror = () => fail(new Error('error'));
  }),
  eval: () => { if ((0, eval)('1 + 1') !== 2) throw new Error('odd'); },
  indexedDB: () => event(indexedDB.open('probe'), 'success', 'error'),
  'storage of files': () => navigator.storage.getDirectory(),
  locks: () => navigator.locks.request('probe', () => 1),
  'the book’s cache': () => caches.open('probe').then((cache) => cache.match(home + '/kept')).then((kept) => { if (!kept) throw new Error('not the book’s'); }),
  'the origin': () => { if (self.origin !== home) throw new Error(self.origin); },
};
(async () => {
  const found = {};
  for (const [name, attempt] of Object.entries(ways)) {
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error('late')), 4000));
    try { await Promise.race([attempt(), late]); found[name] = 'open'; }
    catch (error) { found[name] = 'closed: ' + String(error).slice(0, 100); }
  }
  // No font comes of it: only the server knows whether it was asked.
  await new FontFace('probe', 'url(' + at('font.woff2') + ')').load().catch(() => 0);
  try { new BroadcastChannel('probe').postMessage(who); } catch {}
  // The page hears the channel before it hears this.
  setTimeout(() => postMessage(JSON.stringify(found)), 300);
})();`;

/** What the page of ours does: both workers, one after the other. */
export async function visitProbe(probe: string, frameUrl: string): Promise<void> {
  const heard: string[] = [];
  new BroadcastChannel('probe').onmessage = ({ data }) => heard.push(String(data));
  const cache = await caches.open('probe');
  await cache.put('/kept', new Response('1'));
  const as = (who: string): string =>
    probe.replaceAll('WHO', who).replaceAll('HOME', location.origin);

  const free = await new Promise<string>((done, fail) => {
    const url = URL.createObjectURL(new Blob([as('free')], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }) => done(String(data));
    worker.onerror = ({ message }) => fail(new Error(message));
  });

  const isolated = await new Promise<string>((done, fail) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.hidden = true;
    frame.src = frameUrl;
    addEventListener(
      'message',
      ({ source, data }: MessageEvent<{ kind: string; text: string }>) => {
        if (source !== frame.contentWindow) return;
        if (data.kind === 'ready') {
          const program = as('isolated');
          frame.contentWindow?.postMessage({ program, book: '', yours: '', task: null }, '*');
        } else if (data.kind === 'said') done(data.text);
        else fail(new Error(JSON.stringify(data)));
      },
    );
    document.body.append(frame);
  });
  const told = {
    agent: navigator.userAgent,
    free: JSON.parse(free) as unknown,
    isolated: JSON.parse(isolated) as unknown,
    heard,
  };
  await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
}
